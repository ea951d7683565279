// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines on a plane, m. */
final class Lines {

    /** Points on arcs are so far apart at most, m. */
    private static final double ARC_STEP = 30;

    private static final double TOUCH = 0.01;

    private Lines() {}

    /** The same line with its corners as arcs, smaller ones where the line is too short. */
    static List<double[]> rounded(List<double[]> points, double radius) {
        List<double[]> line = new ArrayList<>();
        line.add(points.get(0));
        for (int i = 1; i < points.size() - 1; i++) {
            addArc(line, points.get(i - 1), points.get(i), points.get(i + 1), radius);
        }
        line.add(points.get(points.size() - 1));
        return line;
    }

    private static void addArc(
            List<double[]> line, double[] from, double[] corner, double[] to, double radius) {
        double before = StrictMath.hypot(corner[0] - from[0], corner[1] - from[1]);
        double after = StrictMath.hypot(to[0] - corner[0], to[1] - corner[1]);
        double cut = Math.min(radius, Math.min(before, after) / 2);
        double[] begin = towards(corner, from, cut / before);
        double[] end = towards(corner, to, cut / after);
        int steps = (int) Math.max(4, Math.ceil(1.6 * cut / ARC_STEP));
        for (int i = 0; i <= steps; i++) {
            double part = (double) i / steps;
            line.add(towards(towards(begin, corner, part), towards(corner, end, part), part));
        }
    }

    /** A point on the way from one to another. */
    static double[] towards(double[] from, double[] to, double part) {
        return new double[] {
            from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])
        };
    }

    /** An arc of an ellipse around the middle, angles in degrees counter-clockwise from east. */
    static double[] ellipse(double east, double north, double from, double to, double step) {
        int steps = (int) Math.ceil((to - from) / step);
        double[] points = new double[2 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double angle = StrictMath.toRadians(from + i * (to - from) / steps);
            points[2 * i] = east * StrictMath.cos(angle);
            points[2 * i + 1] = north * StrictMath.sin(angle);
        }
        return points;
    }

    /** Where on the first stretch the second one meets it, 0..1, or null. */
    static @Nullable Double meeting(double[] a, double[] b, double[] c, double[] d) {
        double abEast = b[0] - a[0];
        double abNorth = b[1] - a[1];
        double cdEast = d[0] - c[0];
        double cdNorth = d[1] - c[1];
        double cross = abEast * cdNorth - abNorth * cdEast;
        if (Math.abs(cross) < 1e-6) {
            return null;
        }
        double first = ((c[0] - a[0]) * cdNorth - (c[1] - a[1]) * cdEast) / cross;
        double second = ((c[0] - a[0]) * abNorth - (c[1] - a[1]) * abEast) / cross;
        double slackFirst = TOUCH / StrictMath.hypot(abEast, abNorth);
        double slackSecond = TOUCH / StrictMath.hypot(cdEast, cdNorth);
        boolean meet =
                first >= -slackFirst
                        && first <= 1 + slackFirst
                        && second >= -slackSecond
                        && second <= 1 + slackSecond;
        return meet ? Math.min(Math.max(first, 0), 1) : null;
    }
}
