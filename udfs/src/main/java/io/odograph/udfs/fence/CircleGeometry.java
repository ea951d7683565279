// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import org.jspecify.annotations.Nullable;

/** A circle: all that is not farther from its centre than its radius, on the ellipsoid. */
final class CircleGeometry extends FenceGeometry {

    private final int latitude;
    private final int longitude;
    private final double radius;

    /** Metres of units where they are shortest and longest within the bounding box. */
    private final double leastNorth;

    private final double mostNorth;
    private final double leastEast;
    private final double mostEast;

    private CircleGeometry(int latitude, int longitude, double radius, long up, long aside) {
        super((long) latitude - up, (long) latitude + up, (long) longitude - aside, aside * 2);
        this.latitude = latitude;
        this.longitude = longitude;
        this.radius = radius;
        double poleward = Math.max(Math.abs(south()), Math.abs(north()));
        double inward = Math.max(Math.max(south(), -north()), 0);
        this.leastNorth = Ellipsoid.perLatitude(inward);
        this.mostNorth = Ellipsoid.perLatitude(poleward);
        this.leastEast = Ellipsoid.perLongitude(poleward);
        this.mostEast = Ellipsoid.perLongitude(inward);
    }

    static CircleGeometry of(int latitude, int longitude, double radius) {
        return new CircleGeometry(
                latitude,
                longitude,
                radius,
                Ellipsoid.reachOfLatitude(radius),
                Ellipsoid.reachOfLongitude(latitude, radius));
    }

    @Override
    public boolean contains(int lat, int lon) {
        if (withinBox(lat, lon) < 0) {
            return false;
        }
        double north = (double) lat - latitude;
        double east = (double) Way.eastward(longitude, lon);
        // Whatever is as near stays within the box, where no unit is shorter than the shortest.
        if (isBeyond(north * leastNorth, east * leastEast)) {
            return false;
        }
        return !isBeyond(north * mostNorth, east * mostEast) || distance(lat, lon) <= 0;
    }

    private boolean isBeyond(double north, double east) {
        return north * north + east * east > radius * radius;
    }

    @Override
    public double distance(int lat, int lon) {
        return Ellipsoid.metres(latitude, longitude, lat, lon) - radius;
    }

    @Override
    double signed(double x, double y) {
        return Ellipsoid.metres(latitude, longitude, y, x + west()) - radius;
    }

    @Override
    @Nullable Crossing inside(Way way) {
        Nearest nearest = new Nearest(fromWest(longitude), latitude);
        nearest.offer(way.x(0), way.y(0), way.x(1), way.y(1));
        return Segments.within(at -> signed(way.x(at), way.y(at)), nearest.fraction());
    }
}
