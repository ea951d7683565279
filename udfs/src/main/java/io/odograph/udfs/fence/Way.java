// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/**
 * The straight way between two positions, in longitude and latitude, across longitude 180 if that
 * is shorter. In 1e-7 degrees; longitudes are counted to the east from the west edge of a shape, in
 * the turn in which the middle of the way is nearest to the middle of the shape.
 *
 * @param x0 longitude at the begin
 * @param y0 latitude at the begin
 * @param dx longitude from the begin to the end
 * @param dy latitude from the begin to the end
 */
record Way(double x0, double y0, double dx, double dy) {

    static Way of(int latA, int lonA, int latB, int lonB, int west, long width) {
        long dx = eastward(lonA, lonB);
        long middle = lonA + dx / 2 - west;
        long turned = near(middle, width / 2);
        return new Way((double) (turned - dx / 2), latA, (double) dx, (double) latB - latA);
    }

    /** Longitude from one to another by the shorter way, negative to the west. */
    static long eastward(long from, long to) {
        return near(to - from, 0);
    }

    /** A longitude in the turn in which it is nearest to another. */
    static long near(long longitude, long to) {
        long half = Ellipsoid.TURN / 2;
        return Math.floorMod(longitude - to + half, Ellipsoid.TURN) - half + to;
    }

    double x(double fraction) {
        return x0 + fraction * dx;
    }

    double y(double fraction) {
        return y0 + fraction * dy;
    }

    /** Whether its bounding box meets another one. */
    boolean meets(double minX, double maxX, double minY, double maxY) {
        return Math.min(x0, x0 + dx) <= maxX
                && Math.max(x0, x0 + dx) >= minX
                && Math.min(y0, y0 + dy) <= maxY
                && Math.max(y0, y0 + dy) >= minY;
    }
}
