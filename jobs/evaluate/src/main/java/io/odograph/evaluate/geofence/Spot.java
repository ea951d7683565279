// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.udfs.geo.Area;
import java.util.List;

/**
 * A place.
 *
 * @param latitude degrees
 * @param longitude degrees
 */
record Spot(double latitude, double longitude) {

    private static final double E7 = 1e7;
    private static final double SEMI_MAJOR = 6_378_137;
    private static final double ECCENTRICITY_2 = 0.00669437999014;

    /** Some metres away, on the plane that touches the ellipsoid (WGS 84) there. */
    Spot moved(double east, double north) {
        double phi = StrictMath.toRadians(latitude);
        double sine = StrictMath.sin(phi);
        double w2 = 1 - ECCENTRICITY_2 * sine * sine;
        double across = SEMI_MAJOR / Math.sqrt(w2);
        double along = across * (1 - ECCENTRICITY_2) / w2;
        return new Spot(
                latitude + StrictMath.toDegrees(north / along),
                longitude + StrictMath.toDegrees(east / (across * StrictMath.cos(phi))));
    }

    /** Some metres away in a direction, radians counter-clockwise from east. */
    Spot towards(double direction, double metres) {
        return moved(metres * StrictMath.cos(direction), metres * StrictMath.sin(direction));
    }

    int latitudeE7() {
        return (int) Math.round(latitude * E7);
    }

    int longitudeE7() {
        return (int) Math.round(longitude * E7);
    }

    /** As a line or ring. */
    static Area.Ring line(List<Spot> spots) {
        return new Area.Ring(
                spots.stream().mapToInt(Spot::latitudeE7).toArray(),
                spots.stream().mapToInt(Spot::longitudeE7).toArray());
    }
}
