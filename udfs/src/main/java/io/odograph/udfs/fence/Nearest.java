// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/**
 * Finds the point of lines nearest to a position. Near it the globe is flat, with the radii of the
 * ellipsoid at the position and the longitudes as narrow as halfway between: better than 0.2 % up
 * to some 100 km below 70 degrees. What is farther than {@link #FLAT} is measured on the ellipsoid
 * in the end.
 */
final class Nearest {

    /** Up to here the flat distance is right to 0.01 %, m. */
    private static final double FLAT = 10_000;

    /** Up to here longitudes are as narrow as at the position to 0.05 % below 70 degrees, m. */
    private static final double NARROW = 1_000;

    private final double x;
    private final double y;
    private final double north;
    private final double equator;
    private final double sin;
    private final double cos;

    private double least;
    private double bestX;
    private double bestY;

    /** Fraction of the line that was measured last. */
    private double fraction;

    Nearest(double x, double y) {
        this.x = x;
        this.y = y;
        this.sin = StrictMath.sin(y * Ellipsoid.RADIANS);
        this.cos = StrictMath.cos(y * Ellipsoid.RADIANS);
        this.north = Ellipsoid.perLatitude(y);
        this.equator = Ellipsoid.perLongitudeAtEquator(y);
        this.least = Double.POSITIVE_INFINITY;
    }

    /** Metres of a unit of longitude halfway to a latitude. */
    private double east(double latitude) {
        double half = (latitude - y) * Ellipsoid.RADIANS / 2;
        double square = half * half;
        double narrow =
                cos * (1 - square / 2 + square * square / 24) - sin * half * (1 - square / 6);
        return equator * Math.max(narrow, 0);
    }

    /** Takes a straight line into account; whether it is nearer than all before. */
    boolean offer(double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double scale = equator * cos;
        double at = fraction(ax, ay, dx, dy, scale);
        double squared = squared(ax + at * dx, ay + at * dy, scale);
        if (squared > NARROW * NARROW) {
            scale = east(ay + at * dy);
            at = fraction(ax, ay, dx, dy, scale);
            squared = squared(ax + at * dx, ay + at * dy, east(ay + at * dy));
        }
        fraction = at;
        if (squared < least) {
            least = squared;
            bestX = ax + at * dx;
            bestY = ay + at * dy;
            return true;
        }
        return false;
    }

    private double fraction(double ax, double ay, double dx, double dy, double scale) {
        double east = dx * scale;
        double up = dy * north;
        double length = east * east + up * up;
        if (length == 0) {
            return 0;
        }
        double along = (x - ax) * scale * east + (y - ay) * north * up;
        return Math.min(Math.max(along / length, 0), 1);
    }

    private double squared(double px, double py, double scale) {
        double east = (px - x) * scale;
        double up = (py - y) * north;
        return east * east + up * up;
    }

    /** Whether something within a box may be nearer than all before. */
    boolean mayBeNearer(double minX, double maxX, double minY, double maxY) {
        double dx = Math.max(Math.max(minX - x, x - maxX), 0);
        double dy = Math.max(Math.max(minY - y, y - maxY), 0);
        double up = dy * north;
        double east = dx == 0 ? 0 : dx * Math.min(east(minY), Math.min(east(maxY), equator * cos));
        return east * east + up * up < least;
    }

    /** Where on the line that was offered last its nearest point is, 0..1. */
    double fraction() {
        return fraction;
    }

    /** Distance of the nearest of all, m. */
    double metres() {
        double flat = Math.sqrt(least);
        return flat < FLAT ? flat : Ellipsoid.metres(y, x, bestY, bestX);
    }
}
