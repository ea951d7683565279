// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static io.odograph.simulator.math.Units.round;
import static io.odograph.simulator.math.Units.toKmh;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.FixType;
import io.odograph.schemas.LowVoltageSystemState;
import io.odograph.schemas.Motion;
import io.odograph.schemas.PhoneState;
import io.odograph.schemas.Position;
import io.odograph.schemas.Rollover;
import io.odograph.schemas.SeatBelt;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.schemas.VehicleState;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.scenario.PlannedCrash;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.sensor.GnssReceiver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the groups of one vehicle's regular reports from what its device measures. */
final class Reporter {

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double[][] CITIES = {{53.55, 10.0}, {48.14, 11.58}};
    private static final double VEHICLE_STATE_EVERY = 30;

    private final VehiclePlan plan;
    private final Trajectory trajectory;
    private final GnssReceiver receiver;
    private final Rng rng;
    private final double latitude;
    private final double longitude;
    private final double metresPerDegreeEast;
    private double nextVehicleState;

    Reporter(VehiclePlan plan, Trajectory trajectory, Rng rng) {
        this.plan = plan;
        this.trajectory = trajectory;
        this.receiver = new GnssReceiver(plan.sensors().gnss(), trajectory, rng.fork("gnss"));
        this.rng = rng.fork("signals");
        double[] city = CITIES[plan.number() % CITIES.length];
        latitude = city[0] + rng.uniform(-0.1, 0.1);
        longitude = city[1] + rng.uniform(-0.15, 0.15);
        metresPerDegreeEast = METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude));
    }

    /** Adds what the device measures at a time, s; times must rise. */
    void fill(TelemetryRecord record, double time) {
        boolean fix = plan.hasFix(time);
        if (fix) {
            receiver.fix(time);
        }
        boolean known = receiver.fixedAt() >= 0 && (fix || plan.sensors().holdsFix());
        record.setPosition(known ? position(time) : null);
        record.setMotion(motion(time, known));
        record.setVehicle(plan.sensors().readsVehicle() ? vehicleState(time) : null);
        record.setPhone(plan.deviceKind() == DeviceKind.PHONE ? phoneState(time) : null);
    }

    private Position position(double time) {
        Position position = new Position();
        position.setLatitude(round(latitude + receiver.north() / METRES_PER_DEGREE, 7));
        position.setLongitude(round(longitude + receiver.east() / metresPerDegreeEast, 7));
        position.setHeading(heading());
        position.setHorizontalAccuracy((float) round(receiver.accuracy(), 1));
        position.setFixType(FixType.THREE_D);
        position.setFixAge((int) Units.millis(time - receiver.fixedAt()));
        return position;
    }

    private @Nullable Float heading() {
        if (Double.isNaN(receiver.heading())) {
            return null;
        }
        double degrees = 90 - StrictMath.toDegrees(receiver.heading());
        double turned = round(degrees - 360 * Math.floor(degrees / 360), 1);
        return turned >= 360 ? 0f : (float) turned;
    }

    private @Nullable Motion motion(double time, boolean gnssKnown) {
        boolean wheel = plan.sensors().readsVehicle();
        if (!wheel && !gnssKnown) {
            return null;
        }
        double speed = wheel ? trajectory.speed(time) : receiver.speed();
        Motion motion = new Motion();
        motion.setSpeed((float) round(toKmh(speed), 2));
        motion.setSpeedSource(wheel ? SpeedSource.WHEEL : SpeedSource.GNSS);
        if (plan.sensors().measuresMotion()) {
            double forward = trajectory.meanForward(time) + 0.08 * rng.gaussian();
            double left = trajectory.meanLeft(time) + 0.08 * rng.gaussian();
            double yaw = StrictMath.toDegrees(trajectory.yawRate(time)) + 0.1 * rng.gaussian();
            motion.setAccelerationLongitudinal((float) round(forward, 2));
            motion.setAccelerationLateral((float) round(left, 2));
            motion.setAngularVelocityYaw((float) round(yaw, 2));
        }
        if (wheel) {
            motion.setTraveledDistance(round(trajectory.odometer(time), 1));
        }
        return motion;
    }

    private @Nullable VehicleState vehicleState(double time) {
        PlannedCrash crash = plan.crash();
        boolean crashed = crash != null && time >= crash.pulse().end();
        boolean flagged = crash != null && crashed && (crash.airbag() || crash.rollover());
        if (time < nextVehicleState && !flagged) {
            return null;
        }
        nextVehicleState = time + VEHICLE_STATE_EVERY;
        boolean on = plan.drive().isUnderway(time) || trajectory.speed(time) > 0;
        VehicleState state = new VehicleState();
        state.setLowVoltageSystemState(on ? LowVoltageSystemState.ON : LowVoltageSystemState.OFF);
        state.setTirePressures(List.of());
        state.setDtcList(List.of());
        state.setSeatBelts(on ? List.of(new SeatBelt(1, 1, true, true)) : List.of());
        addEngine(state, time, on && !crashed);
        addSafety(state, crashed ? crash : null);
        return state;
    }

    private void addEngine(VehicleState state, double time, boolean running) {
        double rpm = running ? 800 + 70 * trajectory.speed(time) + 15 * rng.gaussian() : 0;
        double warm = Math.min(Math.max((time - plan.drive().departs()) / 300, 0), 1);
        double volts = (running ? 14.1 : 12.6) + 0.05 * rng.gaussian();
        state.setEngineSpeed((float) round(rpm, 0));
        state.setEngineCoolantTemperature((float) round(20 + 70 * warm, 0));
        state.setLowVoltageBatteryVoltage((float) round(volts, 2));
    }

    private void addSafety(VehicleState state, @Nullable PlannedCrash crash) {
        boolean reads = plan.deviceKind() == DeviceKind.EMBEDDED;
        state.setAirbagDeployed(reads ? crash != null && crash.airbag() : null);
        boolean rolled = crash != null && crash.rollover();
        state.setRollover(!reads ? Rollover.UNKNOWN : rolled ? Rollover.DETECTED : Rollover.NONE);
        state.setDoorsOpen(reads ? Boolean.FALSE : null);
    }

    private PhoneState phoneState(double time) {
        boolean handled = Math.abs(time - plan.mounting().movedAt()) < 5;
        return new PhoneState(handled, handled, false);
    }
}
