// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.schemas.DriverResponse;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.motion.Collision;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Waveforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A crash: an approach, one haversine pulse or several, sliding, rest for good. An alert is
 * expected. The factories here make the typical crashes of a fleet; {@link Crashes} draws every
 * kind over wide ranges.
 *
 * @param kind kind of crash
 * @param approach what the vehicle does before
 * @param impact the first and strongest blow
 * @param further the blows that follow, by time
 * @param signs what it leaves in the reports beside the motion
 * @param helpAskedAfter when the driver answers that help is needed, s after the first contact;
 *     infinity for never
 */
public record Crash(
        CrashKind kind,
        Approach approach,
        Impact impact,
        List<Impact> further,
        CrashSigns signs,
        double helpAskedAfter)
        implements Scenario {

    /** Copies the list. */
    public Crash {
        further = List.copyOf(further);
    }

    /** A crash of one blow with a recording and no other sign. */
    public Crash(CrashKind kind, Approach approach, Impact impact) {
        this(kind, approach, impact, List.of(), CrashSigns.RECORDED, Double.POSITIVE_INFINITY);
    }

    /** Into a barrier at 35 to 54 km/h; 5 to 12 % of the speed come back as rebound. */
    public static Crash frontal(Rng rng) {
        double speed = kmh(rng.uniform(35, 54));
        double deltaV = speed * rng.uniform(1.05, 1.12);
        Impact impact = Impact.first(-deltaV, 0, rng.uniform(0.09, 0.12), 0.2, 5);
        return new Crash(CrashKind.FRONTAL, Approach.moving(speed), impact);
    }

    /** The same with an airbag that the vehicle reports. */
    public static Crash frontalWithAirbag(Rng rng) {
        return frontal(rng).leaving(CrashSigns.RECORDED.withAirbag());
    }

    /** Struck from behind at 34 to 46 km/h, then braked to a stop. */
    public static Crash rearEnd(Rng rng) {
        double deltaV = kmh(rng.uniform(20, 32));
        double speed = kmh(rng.uniform(34, 46));
        Impact impact = Impact.first(deltaV, 0, rng.uniform(0.1, 0.14), 0.1, 7);
        return new Crash(CrashKind.REAR_END, Approach.moving(speed), impact);
    }

    /** Struck from the side at 35 to 55 km/h; spins to a stop. */
    public static Crash side(Rng rng) {
        double side = rng.chance(0.5) ? 1 : -1;
        double speed = kmh(rng.uniform(35, 55));
        double forward = -kmh(rng.uniform(6, 12));
        double left = side * kmh(rng.uniform(22, 36));
        double width = rng.uniform(0.08, 0.11);
        Impact impact = Impact.first(forward, left, width, side * rng.uniform(3, 6), 6);
        return new Crash(CrashKind.SIDE, Approach.moving(speed), impact);
    }

    /** Tripped sideways at 60 to 80 km/h; the vehicle reports the rollover. */
    public static Crash rollover(Rng rng) {
        double speed = kmh(rng.uniform(60, 80));
        double forward = -kmh(rng.uniform(10, 16));
        double left = kmh(rng.uniform(20, 28));
        Impact impact = Impact.first(forward, left, rng.uniform(0.11, 0.14), 1.5, 5);
        return new Crash(
                        CrashKind.ROLLOVER,
                        Approach.moving(speed),
                        impact.rolling(2 * StrictMath.PI))
                .leaving(CrashSigns.RECORDED.withRollover());
    }

    /** The same crash with other signs. */
    public Crash leaving(CrashSigns that) {
        return new Crash(kind, approach, impact, further, that, helpAskedAfter);
    }

    /** The same crash after another approach. */
    public Crash approachedBy(Approach that) {
        return new Crash(kind, that, impact, further, signs, helpAskedAfter);
    }

    /** The same crash with more blows, by time. */
    public Crash followedBy(List<Impact> that) {
        return new Crash(kind, approach, impact, that, signs, helpAskedAfter);
    }

    /** The same crash whose driver asks for help some seconds after the first contact. */
    public Crash askingForHelpAfter(double seconds) {
        return new Crash(kind, approach, impact, further, signs, seconds);
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (kind == CrashKind.PARKED ? "-hit" : "-crash")
                + (further.isEmpty() ? "" : "-multiple")
                + (signs.airbag() ? "-airbag" : "")
                + (signs.recorded() ? "" : "-unrecorded")
                + (signs.silentAfter() < Double.POSITIVE_INFINITY ? "-silent" : "");
    }

    @Override
    public String description() {
        return (further.isEmpty() ? "crash pulse, " : "several crash pulses, ")
                + (approach.deceleration() > 0 ? "hard braking before, " : "")
                + "then at rest for good"
                + (signs.airbag() ? ", airbag reported" : "")
                + (signs.rollover() ? ", rollover reported" : "")
                + (signs.crashReported() ? ", crash reported by the device" : "")
                + (signs.fuelCutOff() ? ", fuel cut off" : "")
                + (signs.ignitionLost() ? ", ignition lost" : "")
                + (signs.recorded() ? "" : ", nothing recorded")
                + (signs.silentAfter() < Double.POSITIVE_INFINITY ? ", the device dies" : "")
                + (helpAskedAfter < Double.POSITIVE_INFINITY ? ", driver needs help" : "")
                + ": one alert";
    }

    @Override
    public double lead() {
        boolean parked = approach.state() == Approach.State.PARKED;
        return parked ? Double.NEGATIVE_INFINITY : Scenario.super.lead();
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        approach.stage(vehicle.drive(), at);
        List<Impact> impacts = new ArrayList<>(further);
        impacts.add(0, impact);
        for (Impact each : impacts) {
            Collision collision = each.collision(at);
            vehicle.drive().collide(collision);
            if (signs.recorded()) {
                double contact = collision.pulse().start();
                vehicle.feel(new Shock(contact, Waveforms.collision(collision.pulse())));
            }
        }
        vehicle.crash(new PlannedCrash(kind, impact.collision(at).pulse(), further.size(), signs));
        if (helpAskedAfter < Double.POSITIVE_INFINITY) {
            vehicle.answer(new Answer(at + helpAskedAfter, DriverResponse.NEEDS_HELP));
        }
    }
}
