// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.schemas.DeviceKind;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.motion.DrivePlan;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.motion.VehicleModel;
import io.odograph.simulator.road.Journey;
import io.odograph.simulator.sensor.GnssFault;
import io.odograph.simulator.sensor.Mounting;
import io.odograph.simulator.sensor.Outage;
import io.odograph.simulator.sensor.SensorModel;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.transport.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The story of one vehicle: who it is, and everything that scenarios have put into its life. */
public final class VehiclePlan {

    private final int number;
    private final DeviceKind deviceKind;
    private final boolean counted;
    private final SensorModel sensors;
    private final DrivePlan drive = new DrivePlan();
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<Shock> shocks = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();
    private final List<ClockFault> clockFaults = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private Mounting mounting;
    private final List<GnssFault> gnssFaults = new ArrayList<>();
    private final List<Outage> wheelOutages = new ArrayList<>();
    private Instant start = Instant.EPOCH;
    private double reportEvery = 1;
    private @Nullable Journey journey;
    private @Nullable PlannedCrash crash;
    private @Nullable Answer answer;

    /**
     * Creates a vehicle to which nothing happens.
     *
     * @param number from 1
     * @param deviceKind kind of its device
     * @param counted whether the device counts its records
     * @param sensors what the device can measure
     * @param mounting how the device sits in the vehicle
     */
    public VehiclePlan(
            int number,
            DeviceKind deviceKind,
            boolean counted,
            SensorModel sensors,
            Mounting mounting) {
        this.number = number;
        this.deviceKind = deviceKind;
        this.counted = counted;
        this.sensors = sensors;
        this.mounting = mounting;
    }

    /** Lets a scenario place itself; see {@link Scenario#stage}. */
    public void add(Scenario scenario, double at, Rng rng) {
        scenarios.add(scenario);
        scenario.stage(this, at, rng);
    }

    /** The device feels this, and records it if it fires the trigger. */
    public void feel(Shock shock) {
        shocks.add(shock);
    }

    /** The receiver has no satellites. */
    public void lose(Outage outage) {
        outages.add(outage);
    }

    /** The receiver reports what is not so. */
    public void mislead(GnssFault fault) {
        gnssFaults.add(fault);
    }

    /** The vehicle bus reports a wheel speed of 0. */
    public void loseWheelSpeed(Outage outage) {
        wheelOutages.add(outage);
    }

    /** The driver answers whether there was a crash; at most once. */
    public void answer(Answer that) {
        answer = that;
    }

    /** The device's clock is wrong. */
    public void misjudge(ClockFault fault) {
        clockFaults.add(fault);
    }

    /** Something happens to the uploads; effects apply in the order in which they were added. */
    public void carry(Effect effect) {
        effects.add(effect);
    }

    /** The device sits differently from some time on. */
    public void remount(Mounting that) {
        mounting = that;
    }

    /** The vehicle crashes; at most once. */
    public void crash(PlannedCrash that) {
        crash = that;
    }

    /** When the story begins: the time of its second 0. */
    public void startAt(Instant that) {
        start = that;
    }

    /** The vehicle drives on roads, rather than on the plane. */
    public void travel(Journey that) {
        journey = that;
        drive.departAt(that.departs());
        drive.arriveAt(that.arrives());
    }

    /** The device reports so often under way, s; whole seconds. */
    public void reportEvery(double seconds) {
        reportEvery = seconds;
    }

    /** When the story begins. */
    public Instant start() {
        return start;
    }

    /** Its drive on roads, or null. */
    public @Nullable Journey journey() {
        return journey;
    }

    /**
     * The true motion of this story.
     *
     * @param rng decides everything that the story leaves open
     * @param duration s, above 0
     */
    public Trajectory trajectory(Rng rng, double duration) {
        return journey == null
                ? VehicleModel.drive(drive, rng, duration)
                : journey.trajectory(duration);
    }

    /** How often the device reports under way, s. */
    public double reportEvery() {
        return reportEvery;
    }

    /** Number of the vehicle, from 1. */
    public int number() {
        return number;
    }

    /** Identity in the telemetry: {@code car-} and the number in at least four digits. */
    public String id() {
        String digits = Integer.toString(number);
        return "car-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** One of two tenants: two thirds {@code alpha}, one third {@code beta}. */
    public String tenant() {
        return number % 3 == 0 ? "beta" : "alpha";
    }

    /** Kind of the device. */
    public DeviceKind deviceKind() {
        return deviceKind;
    }

    /** Whether the device counts its records. */
    public boolean counted() {
        return counted;
    }

    /** What the device can measure. */
    public SensorModel sensors() {
        return sensors;
    }

    /** What the driver is told. */
    public DrivePlan drive() {
        return drive;
    }

    /** How the device sits in the vehicle. */
    public Mounting mounting() {
        return mounting;
    }

    /** The scenarios that were added. */
    public List<Scenario> scenarios() {
        return Collections.unmodifiableList(scenarios);
    }

    /** What the device feels. */
    public List<Shock> shocks() {
        return Collections.unmodifiableList(shocks);
    }

    /** What happens to the uploads. */
    public List<Effect> effects() {
        return Collections.unmodifiableList(effects);
    }

    /** The crash, or null. */
    public @Nullable PlannedCrash crash() {
        return crash;
    }

    /** Whether the receiver has satellites at a time. */
    public boolean hasFix(double time) {
        return !anyCovers(outages, time);
    }

    /** Whether the vehicle bus has the speed of the wheels at a time. */
    public boolean readsWheels(double time) {
        return !anyCovers(wheelOutages, time);
    }

    private static boolean anyCovers(List<Outage> outages, double time) {
        for (Outage outage : outages) {
            if (outage.covers(time)) {
                return true;
            }
        }
        return false;
    }

    /** What the receiver does wrong at a time, or null. */
    public @Nullable GnssFault gnssFaultAt(double time) {
        for (GnssFault fault : gnssFaults) {
            if (fault.covers(time)) {
                return fault;
            }
        }
        return null;
    }

    /** What the driver says of a suspected crash, or null. */
    public @Nullable Answer answer() {
        return answer;
    }

    /** What the device's clock adds to the true time, ms. */
    public long clockOffset(double time) {
        long offset = 0;
        for (ClockFault fault : clockFaults) {
            if (time >= fault.from() && time < fault.to()) {
                offset += fault.offsetMillis();
            }
        }
        return offset;
    }
}
