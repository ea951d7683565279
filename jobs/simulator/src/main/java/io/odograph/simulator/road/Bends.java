// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

/** How much a route bends, at every point of the grid of {@link SpeedEnvelope}. */
final class Bends {

    /** Half of the way over which a curve is measured, in steps of the grid. */
    private static final int HALF_CURVE = 3;

    /** No corner is slower than this, m/s. */
    private static final double SLOWEST_CORNER = 3;

    private final double[] curvatures;

    private Bends(double[] curvatures) {
        this.curvatures = curvatures;
    }

    static Bends of(RoadRoute route) {
        int points = (int) Math.ceil(route.length() / SpeedEnvelope.GRID) + 2;
        double[] courses = new double[points];
        for (int i = 0; i < points; i++) {
            courses[i] = route.course(Math.min(i * SpeedEnvelope.GRID, route.length()));
        }
        double[] curvatures = new double[points];
        for (int i = 0; i < points; i++) {
            double turned =
                    courses[Math.min(i + HALF_CURVE, points - 1)]
                            - courses[Math.max(i - HALF_CURVE, 0)];
            double angle = Math.abs(StrictMath.toRadians(Math.IEEEremainder(turned, 360)));
            curvatures[i] = angle / (2 * HALF_CURVE * SpeedEnvelope.GRID);
        }
        return new Bends(curvatures);
    }

    int size() {
        return curvatures.length;
    }

    /** The speed at which a point is passed with a lateral acceleration, m/s. */
    double speed(int point, double lateral) {
        double speed = Math.sqrt(lateral / Math.max(curvatures[point], 1e-6));
        return Math.max(SLOWEST_CORNER, speed);
    }
}
