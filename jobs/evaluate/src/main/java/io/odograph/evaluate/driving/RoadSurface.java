// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;

/**
 * What the road does to a vehicle: hills (three in ten drives have slopes of up to 10 %, the others
 * of up to 3 %), crossfall, and once a minute a pothole or a bump.
 *
 * @param slope uphill positive, rad
 * @param roll leaning to the right, rad
 * @param along m/s2 forward
 * @param across m/s2 to the left
 * @param up m/s2
 */
record RoadSurface(double[] slope, double[] roll, double[] along, double[] across, double[] up) {

    /** A slope is reached over some seconds: vertical curves are that long. */
    private static final double CURVE = 3;

    static RoadSurface make(Rng rng, double[] speed) {
        int length = speed.length;
        RoadSurface road =
                new RoadSurface(
                        new double[length],
                        new double[length],
                        new double[length],
                        new double[length],
                        new double[length]);
        boolean hilly = rng.chance(0.3);
        road.wander(rng, speed, road.slope, hilly ? 0.10 : 0.03, 25);
        road.wander(rng, speed, road.roll, 0.025, 15);
        road.surface(rng, speed);
        return road;
    }

    /** Goes from one angle to the next while the vehicle moves. */
    private void wander(Rng rng, double[] speed, double[] angle, double largest, double every) {
        double goal = rng.uniform(-largest, largest);
        double now = goal;
        for (int i = 0; i < angle.length; i++) {
            if (speed[i] > 1) {
                goal =
                        rng.chance(1 / every / TrueDrive.RATE)
                                ? rng.uniform(-largest, largest)
                                : goal;
                now += (goal - now) / CURVE / TrueDrive.RATE;
            }
            angle[i] = now;
        }
    }

    private void surface(Rng rng, double[] speed) {
        int i = 0;
        while (i < speed.length) {
            i += (int) (rng.uniform(5, 115) * TrueDrive.RATE);
            if (i + TrueDrive.RATE < speed.length && speed[i] > 3) {
                if (rng.chance(0.6)) {
                    pothole(rng, i);
                } else {
                    bump(rng, i);
                }
            }
        }
    }

    /** Down and up within a tenth of a second, to 2.9 g as measured, partly backward. */
    private void pothole(Rng rng, int from) {
        double strength = rng.uniform(0.5, 2.9) * Units.G;
        double back = rng.uniform(0.1, 0.4);
        double aside = rng.uniform(-0.3, 0.3);
        for (int k = 0; k < 8; k++) {
            double hit = strength * StrictMath.sin(2 * Math.PI * k / 8);
            up[from + k] += -hit;
            along[from + k] += k < 4 ? -back * hit : -0.5 * back * hit;
            across[from + k] += aside * hit;
        }
    }

    /** A bump of a second: up, down, and a little backward, then forward. */
    private void bump(Rng rng, int from) {
        double strength = rng.uniform(2, 6);
        for (int k = 0; k < TrueDrive.RATE; k++) {
            double wave = StrictMath.sin(2 * Math.PI * k / TrueDrive.RATE);
            up[from + k] += strength * wave;
            along[from + k] += -0.25 * strength * wave;
        }
    }
}
