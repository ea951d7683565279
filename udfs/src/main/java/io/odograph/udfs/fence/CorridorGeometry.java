// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import org.jspecify.annotations.Nullable;

/** All that is not farther from lines than half the width of a corridor. */
final class CorridorGeometry extends LineGeometry {

    private final double halfWidth;

    CorridorGeometry(Lines lines, double halfWidth) {
        super(lines);
        this.halfWidth = halfWidth;
    }

    @Override
    public boolean contains(int latitude, int longitude) {
        long x = withinBox(latitude, longitude);
        return x >= 0 && signed((double) x, latitude) <= 0;
    }

    @Override
    public double distance(int latitude, int longitude) {
        return signed(fromWest(longitude), latitude);
    }

    @Override
    double signed(double x, double y) {
        Nearest nearest = new Nearest(x, y);
        nearest(nearest, -1);
        return nearest.metres() - halfWidth;
    }

    @Override
    @Nullable Crossing inside(Way way) {
        double[] within = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        long poleward = Math.max(Math.abs((long) south()), Math.abs((long) north()));
        meeting(
                way,
                (double) Ellipsoid.reachOfLongitude(poleward, halfWidth),
                (double) Ellipsoid.reachOfLatitude(halfWidth),
                (ax, ay, bx, by) -> {
                    Crossing part = Segments.near(way, ax, ay, bx, by, halfWidth);
                    if (part != null) {
                        within[0] = Math.min(within[0], part.first());
                        within[1] = Math.max(within[1], part.last());
                    }
                });
        return within[0] > within[1] ? null : new Crossing(within[0], within[1]);
    }
}
