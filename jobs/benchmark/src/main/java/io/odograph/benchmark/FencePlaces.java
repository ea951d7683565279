// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.udfs.geo.Area;
import java.util.Random;

/**
 * Fences and positions as fleets have them: most of them in some metropolitan areas, a few of which
 * have most; small fences around sites, and one in two hundred as large as a district. The same
 * every time.
 */
final class FencePlaces {

    /** Corners of a fence. */
    static final int CORNERS = 20;

    private static final int METROS = 60;
    private static final double METROPOLITAN = 0.8;
    private static final double LARGE = 0.005;
    private static final double METRE = 1 / 111_320.0;

    private final Random random;
    private final double[][] metros = new double[METROS][];
    private final double[] share = new double[METROS];

    FencePlaces(long seed) {
        random = new Random(seed);
        double sum = 0;
        for (int i = 0; i < METROS; i++) {
            metros[i] = new double[] {latitude(), longitude(), 0.1 + 0.18 * random.nextDouble()};
            sum += 1.0 / (i + 1);
            share[i] = sum;
        }
    }

    private double latitude() {
        return 45 + 8 * random.nextDouble();
    }

    private double longitude() {
        return 5 + 10 * random.nextDouble();
    }

    /** Rings of fences, half of them convex and half of them like stars. */
    Area.Ring[] fences(int count) {
        Area.Ring[] fences = new Area.Ring[count];
        for (int i = 0; i < count; i++) {
            fences[i] = fence(i);
        }
        return fences;
    }

    /** The next fence. */
    Area.Ring fence(int number) {
        double[] centre = metropolitan();
        double radius =
                random.nextDouble() < LARGE
                        ? 2_000 + 6_000 * random.nextDouble()
                        : 100 * Math.exp(0.7 * random.nextGaussian());
        return ring(centre, radius, number % 2 == 0);
    }

    private Area.Ring ring(double[] centre, double radius, boolean convex) {
        int[] latitudes = new int[CORNERS];
        int[] longitudes = new int[CORNERS];
        double narrow = Math.cos(Math.toRadians(centre[0]));
        double turn = 2 * Math.PI * random.nextDouble();
        for (int i = 0; i < CORNERS; i++) {
            double reach = convex ? radius : radius * (0.35 + 0.65 * random.nextDouble());
            double angle = turn + 2 * Math.PI * i / CORNERS;
            latitudes[i] = unit(centre[0] + reach * METRE * Math.sin(angle));
            longitudes[i] = unit(centre[1] + reach * METRE * Math.cos(angle) / narrow);
        }
        return new Area.Ring(latitudes, longitudes);
    }

    /** Positions, four of five in the metropolitan areas. */
    Trace positions(int count) {
        int[] latitudes = new int[count];
        int[] longitudes = new int[count];
        for (int i = 0; i < count; i++) {
            double[] at =
                    random.nextDouble() < METROPOLITAN
                            ? metropolitan()
                            : new double[] {latitude(), longitude()};
            latitudes[i] = unit(at[0]);
            longitudes[i] = unit(at[1]);
        }
        return new Trace(
                new long[count],
                latitudes,
                longitudes,
                new float[count],
                new float[count],
                new int[count]);
    }

    private double[] metropolitan() {
        double drawn = random.nextDouble() * share[METROS - 1];
        int metro = 0;
        while (share[metro] < drawn) {
            metro++;
        }
        double[] of = metros[metro];
        return new double[] {
            of[0] + of[2] * random.nextGaussian(), of[1] + 1.5 * of[2] * random.nextGaussian()
        };
    }

    private static int unit(double degrees) {
        return (int) Math.round(degrees / Trace.UNIT);
    }
}
