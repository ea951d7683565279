// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.G;
import static io.odograph.simulator.math.Units.kmh;

import io.odograph.schemas.DeviceKind;
import io.odograph.simulator.math.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Crashes of every kind, drawn evenly over wide ranges so that a detector can be judged on each
 * kind and strength alone; how often each happens on roads is the judge's matter.
 *
 * <p>The weakest have a change of velocity of 8 km/h, at which event data recorders must trigger
 * (49 CFR 563, GB 39732); the strongest are a little above the laboratory tests of their kind:
 * frontal 56 km/h into a barrier (US NCAP), side 50 km/h barrier (UN R95), rear 80 km/h barrier
 * (FMVSS 301), rear-end neck tests 16 and 24 km/h (Euro NCAP), dolly rollover 48 km/h (FMVSS 208).
 * Pulses last 80 to 140 ms in recorded structure-mounted channels; those from the side, with less
 * to crush, 60 to 110.
 */
public final class Crashes {

    private static final List<Function<Rng, Crash>> MOTION =
            List.of(
                    Crashes::frontal,
                    Crashes::frontalAfterBraking,
                    Crashes::oblique,
                    Crashes::rearEnd,
                    Crashes::rearEndStanding,
                    Crashes::sideLeft,
                    Crashes::sideRight,
                    Crashes::rollover,
                    Crashes::parked,
                    Crashes::multiple,
                    Crashes::silent,
                    Crashes::helpAsked);

    private Crashes() {}

    /**
     * Every kind of crash that leaves a trace in a kind of device: those in the motion, and for an
     * embedded one also those in flags alone.
     */
    public static List<Function<Rng, Crash>> of(DeviceKind kind) {
        List<Function<Rng, Crash>> kinds = new ArrayList<>(MOTION);
        if (kind == DeviceKind.EMBEDDED) {
            kinds.add(Crashes::flagged);
        }
        return kinds;
    }

    /** One of them, each with the same chance. */
    public static Crash any(DeviceKind kind, Rng rng) {
        List<Function<Rng, Crash>> kinds = of(kind);
        return kinds.get(rng.below(kinds.size())).apply(rng);
    }

    /** One of those of an embedded device. */
    public static Crash any(Rng rng) {
        return any(DeviceKind.EMBEDDED, rng);
    }

    /** Frontal, 8 to 80 km/h, without braking before. */
    public static Crash frontal(Rng rng) {
        return frontal(rng, 8, 80);
    }

    /**
     * Frontal with a change of velocity between two bounds, km/h. It is 50 to 110 % of the own
     * speed: half of it against an equal vehicle that stands, all of it and a rebound of up to 10 %
     * against a barrier or an equal vehicle that comes as fast; at most 140 km/h.
     */
    public static Crash frontal(Rng rng, double from, double to) {
        double deltaV = kmh(rng.uniform(from, to));
        double share = rng.uniform(Math.max(0.5, deltaV / kmh(140)), 1.1);
        double width = rng.uniform(0.08, 0.14);
        double spin = rng.uniform(-0.5, 0.5);
        Impact impact = Impact.first(-deltaV, 0, width, spin, rng.uniform(4, 7));
        return new Crash(CrashKind.FRONTAL, Approach.moving(deltaV / share), impact);
    }

    /** Frontal, 8 to 80 km/h, after emergency braking. */
    public static Crash frontalAfterBraking(Rng rng) {
        return braked(frontal(rng), rng);
    }

    /**
     * The same crash at the same speed after 0.5 to 1.5 s of braking with 0.5 to 0.9 g: from what
     * an emergency brake assistant must reach (5 m/s2, UN R152) to what a dry road allows.
     */
    public static Crash braked(Crash crash, Rng rng) {
        double hard = G * rng.uniform(0.5, 0.9);
        return crash.approachedBy(crash.approach().braking(hard, rng.uniform(0.5, 1.5)));
    }

    /** From the front and 15 to 45 degrees to one side, 10 to 65 km/h. */
    public static Crash oblique(Rng rng) {
        double deltaV = kmh(rng.uniform(10, 65));
        double side = rng.chance(0.5) ? 1 : -1;
        double angle = StrictMath.toRadians(rng.uniform(15, 45));
        double forward = -deltaV * StrictMath.cos(angle);
        double left = side * deltaV * StrictMath.sin(angle);
        double width = rng.uniform(0.08, 0.14);
        Impact impact = Impact.first(forward, left, width, side * rng.uniform(0.5, 3), 6);
        double speed = deltaV / rng.uniform(Math.max(0.5, deltaV / kmh(130)), 1.05);
        return new Crash(CrashKind.OBLIQUE, Approach.moving(speed), impact);
    }

    /** Struck from behind on the way, 8 to 40 km/h, at 20 to 100 km/h. */
    public static Crash rearEnd(Rng rng) {
        Approach approach = Approach.moving(kmh(rng.uniform(20, 100)));
        return new Crash(CrashKind.REAR_END, approach, fromBehind(rng, 8, 40));
    }

    /** Struck from behind, 8 to 40 km/h, 3 to 25 s after stopping in traffic. */
    public static Crash rearEndStanding(Rng rng) {
        return rearEndStanding(rng, 8, 40);
    }

    /** The same with a change of velocity between two bounds, km/h. */
    public static Crash rearEndStanding(Rng rng, double from, double to) {
        Approach approach = Approach.standing(rng.uniform(3, 25));
        return new Crash(CrashKind.REAR_END_STANDING, approach, fromBehind(rng, from, to));
    }

    private static Impact fromBehind(Rng rng, double from, double to) {
        double deltaV = kmh(rng.uniform(from, to));
        double width = rng.uniform(0.08, 0.14);
        return Impact.first(deltaV, 0, width, rng.uniform(-0.3, 0.3), rng.uniform(5, 7.5));
    }

    /** Struck from the left, 8 to 45 km/h, at 15 to 80 km/h. */
    public static Crash sideLeft(Rng rng) {
        return side(rng, -1);
    }

    /** Struck from the right, 8 to 45 km/h, at 15 to 80 km/h. */
    public static Crash sideRight(Rng rng) {
        return side(rng, 1);
    }

    private static Crash side(Rng rng, double left) {
        double deltaV = kmh(rng.uniform(8, 45));
        double angle = StrictMath.toRadians(rng.uniform(-15, 25));
        double width = rng.uniform(0.06, 0.11);
        Impact impact =
                Impact.first(
                        -deltaV * StrictMath.sin(angle),
                        left * deltaV * StrictMath.cos(angle),
                        width,
                        rng.uniform(-4, 4),
                        rng.uniform(5, 7));
        return new Crash(CrashKind.SIDE, Approach.moving(kmh(rng.uniform(15, 80))), impact);
    }

    /**
     * Tripped to either side at 50 to 110 km/h, 10 to 30 km/h, then a quarter turn to two whole
     * ones while it slides at 0.4 to 0.6 g.
     */
    public static Crash rollover(Rng rng) {
        double side = rng.chance(0.5) ? 1 : -1;
        double left = side * kmh(rng.uniform(10, 30));
        double forward = -kmh(rng.uniform(3, 16));
        double friction = G * rng.uniform(0.4, 0.6);
        double roll = side * (1 + rng.below(8)) * StrictMath.PI / 2;
        Impact impact =
                Impact.first(forward, left, rng.uniform(0.1, 0.14), side * 1.5, friction)
                        .rolling(roll);
        Approach approach = Approach.moving(kmh(rng.uniform(50, 110)));
        return new Crash(CrashKind.ROLLOVER, approach, impact)
                .leaving(CrashSigns.RECORDED.withRollover());
    }

    /** Struck while parked with the ignition off, 8 to 35 km/h, from any side. */
    public static Crash parked(Rng rng) {
        return parked(rng, 8, 35);
    }

    /** The same with a change of velocity between two bounds, km/h. */
    public static Crash parked(Rng rng, double from, double to) {
        double deltaV = kmh(rng.uniform(from, to));
        double angle = rng.uniform(-StrictMath.PI, StrictMath.PI);
        Impact impact =
                Impact.first(
                        deltaV * StrictMath.cos(angle),
                        deltaV * StrictMath.sin(angle),
                        rng.uniform(0.08, 0.14),
                        rng.uniform(-1.5, 1.5),
                        rng.uniform(5, 7.5));
        return new Crash(CrashKind.PARKED, Approach.parked(), impact);
    }

    /** Frontal, 25 to 60 km/h, or oblique, and one or two more blows. */
    public static Crash multiple(Rng rng) {
        return multiplied(rng.chance(0.5) ? frontal(rng, 25, 60) : oblique(rng), rng);
    }

    /**
     * The same crash and one or two more blows from any side of 30 to 70 % of its strength, 2 to 40
     * s after: thrown into the next obstacle, or hit by those behind.
     */
    public static Crash multiplied(Crash first, Rng rng) {
        List<Impact> further = new ArrayList<>();
        double after = 0;
        int blows = 1 + rng.below(2);
        for (int i = 0; i < blows; i++) {
            after += rng.uniform(2, 40.0 / blows);
            double deltaV = first.impact().deltaV() * rng.uniform(0.3, 0.7);
            double angle = rng.uniform(-StrictMath.PI, StrictMath.PI);
            further.add(
                    Impact.first(
                                    deltaV * StrictMath.cos(angle),
                                    deltaV * StrictMath.sin(angle),
                                    rng.uniform(0.08, 0.14),
                                    rng.uniform(-1.5, 1.5),
                                    6)
                            .after(after));
        }
        return first.followedBy(further);
    }

    /** Frontal, 20 to 80 km/h, or oblique; the device dies. */
    public static Crash silent(Rng rng) {
        return silenced(rng.chance(0.5) ? frontal(rng, 20, 80) : oblique(rng), rng);
    }

    /** The same crash whose device dies within 2 s of sending its recording. */
    public static Crash silenced(Crash crash, Rng rng) {
        return crash.leaving(crash.signs().silentAfter(rng.uniform(0, 2)));
    }

    /**
     * Frontal or from the side without a recording, with one of: airbag, fuel cut off and ignition
     * lost, the device's own report. Embedded devices show all of them, others the report alone.
     */
    public static Crash flagged(Rng rng) {
        Crash crash = rng.chance(0.5) ? frontal(rng, 20, 80) : side(rng, rng.chance(0.5) ? 1 : -1);
        CrashSigns none = CrashSigns.RECORDED.unrecorded();
        return crash.leaving(
                switch (rng.below(3)) {
                    case 0 -> none.withAirbag();
                    case 1 -> none.withPowerCut();
                    default -> none.withCrashReported();
                });
    }

    /** Frontal, 45 to 80 km/h, after braking, with nothing in the reports but the speed. */
    public static Crash speedOnly(Rng rng) {
        Crash crash = braked(frontal(rng, 45, 80), rng);
        return crash.leaving(crash.signs().unrecorded());
    }

    /** Frontal, 15 to 60 km/h; the driver asks for help 5 to 30 s later. */
    public static Crash helpAsked(Rng rng) {
        return frontal(rng, 15, 60).askingForHelpAfter(rng.uniform(5, 30));
    }
}
