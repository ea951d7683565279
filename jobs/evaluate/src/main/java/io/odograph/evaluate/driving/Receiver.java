// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Position;

/**
 * A satellite receiver as of a drive: it smooths, so that its speed and direction come late, has
 * noise of 0.1 m/s in either direction, errs slowly about the place, every few minutes repeats a
 * fix for seconds, and every ten minutes has a speed that is off by some m/s.
 */
final class Receiver {

    /** Fix of one second. */
    record Fix(Position position, float speed) {}

    private static final double METRES_PER_DEGREE = 111_195;
    private static final double LATITUDE = 49.4;
    private static final double LONGITUDE = 8.7;
    private static final double NOISE = 0.1;
    private static final double HOLDS_EVERY = 200;
    private static final double STRAYS_EVERY = 600;

    private final Rng rng;
    private final double lag;
    private final boolean tellsAge;
    private double east;
    private double north;
    private double x;
    private double y;
    private double offEast;
    private double offNorth;
    private int held;
    private int age;
    private Fix last = new Fix(position(0, 0, 0, 0), 0);

    /**
     * A receiver.
     *
     * @param rng its noise
     * @param lag time constant of its filter, s
     */
    Receiver(Rng rng, double lag) {
        this.rng = rng;
        this.lag = lag;
        this.tellsAge = rng.chance(0.5);
    }

    /** Follows the vehicle for a second, and reports at its end. */
    Fix second(TrueDrive drive, int second) {
        double step = 1.0 / TrueDrive.RATE;
        for (int k = 0; k < TrueDrive.RATE; k++) {
            int i = second * TrueDrive.RATE + k;
            double vx = drive.speed()[i] * StrictMath.cos(drive.heading()[i]);
            double vy = drive.speed()[i] * StrictMath.sin(drive.heading()[i]);
            east += (vx - east) * step / lag;
            north += (vy - north) * step / lag;
            x += vx * step;
            y += vy * step;
        }
        offEast += -offEast / 60 + 0.5 * rng.gaussian();
        offNorth += -offNorth / 60 + 0.5 * rng.gaussian();
        double noisyEast = east + NOISE * rng.gaussian();
        double noisyNorth = north + NOISE * rng.gaussian();
        if (held == 0 && rng.chance(1 / HOLDS_EVERY)) {
            held = 2 + rng.below(7);
            age = 0;
        }
        if (held > 0) {
            held--;
            age += 1000;
            Position p = last.position();
            return new Fix(
                    new Position(
                            p.latitude(),
                            p.longitude(),
                            p.altitude(),
                            p.heading(),
                            p.horizontalAccuracy(),
                            p.fixType(),
                            tellsAge ? age : -1),
                    last.speed());
        }
        double speed = Math.hypot(noisyEast, noisyNorth);
        if (rng.chance(1 / STRAYS_EVERY)) {
            speed = Math.max(0, speed + 4 * rng.gaussian());
        }
        double heading = StrictMath.toDegrees(StrictMath.atan2(noisyEast, noisyNorth));
        last =
                new Fix(
                        position(
                                x + offEast,
                                y + offNorth,
                                (heading + 360) % 360,
                                tellsAge ? 0 : -1),
                        (float) Units.round(Units.toKmh(speed), 2));
        return last;
    }

    private static Position position(double x, double y, double heading, int age) {
        double scale = METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(LATITUDE));
        return new Position(
                LATITUDE + y / METRES_PER_DEGREE,
                LONGITUDE + x / scale,
                Float.NaN,
                (float) Units.round(heading, 1),
                5,
                FixType.THREE_D,
                age);
    }
}
