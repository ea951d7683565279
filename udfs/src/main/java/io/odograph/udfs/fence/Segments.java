// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import org.jspecify.annotations.Nullable;

/** Ways beside straight lines. */
final class Segments {

    private Segments() {}

    /** Where a way is within a distance of a line, m; null if nowhere. */
    static @Nullable Crossing near(
            Way way, double ax, double ay, double bx, double by, double metres) {
        FenceGeometry.AlongWay beyond =
                at -> distance(way.x(at), way.y(at), ax, ay, bx, by) - metres;
        double closest = meeting(way, ax, ay, bx - ax, by - ay);
        if (Double.isNaN(closest)) {
            // Lines that do not meet are nearest at an end of one of them.
            double[] fractions = {0, 1, fraction(way, ax, ay), fraction(way, bx, by)};
            double least = Double.POSITIVE_INFINITY;
            for (double fraction : fractions) {
                double value = beyond.at(fraction);
                if (value < least) {
                    least = value;
                    closest = fraction;
                }
            }
        }
        return within(beyond, closest);
    }

    /** Where a function that falls and rises again is not above zero, given where it is least. */
    static @Nullable Crossing within(FenceGeometry.AlongWay function, double least) {
        if (function.at(least) > 0) {
            return null;
        }
        return new Crossing(
                function.at(0) <= 0 ? 0 : FenceGeometry.border(function, least, 0),
                function.at(1) <= 0 ? 1 : FenceGeometry.border(function, least, 1));
    }

    /** Fraction of a way at which it meets a line; NaN if it does not. */
    static double meeting(Way way, double ax, double ay, double dx, double dy) {
        double across = way.dx() * dy - way.dy() * dx;
        if (across == 0) {
            return Double.NaN;
        }
        double fromX = ax - way.x0();
        double fromY = ay - way.y0();
        double ofWay = (fromX * dy - fromY * dx) / across;
        double ofLine = (fromX * way.dy() - fromY * way.dx()) / across;
        return ofWay >= 0 && ofWay <= 1 && ofLine >= 0 && ofLine <= 1 ? ofWay : Double.NaN;
    }

    private static double fraction(Way way, double x, double y) {
        Nearest nearest = new Nearest(x, y);
        nearest.offer(way.x(0), way.y(0), way.x(1), way.y(1));
        return nearest.fraction();
    }

    private static double distance(double x, double y, double ax, double ay, double bx, double by) {
        Nearest nearest = new Nearest(x, y);
        nearest.offer(ax, ay, bx, by);
        return nearest.metres();
    }
}
