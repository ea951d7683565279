// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/** The earth as WGS 84 has it. Coordinates are in units of 1e-7 degrees. */
final class Ellipsoid {

    /** A turn around the globe, units. */
    static final long TURN = 3_600_000_000L;

    /** Radians of a unit. */
    static final double RADIANS = Math.PI / 180 * 1e-7;

    /** Degrees of a unit. */
    static final double DEGREES = 1e-7;

    private static final double EQUATOR = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);

    /** Smallest radius of curvature, that of meridians at the equator. */
    private static final double LEAST_RADIUS = EQUATOR * (1 - E2);

    /** What latitudes on the ellipsoid may differ from those on a sphere, and a little more. */
    private static final double MARGIN = 1.01;

    private Ellipsoid() {}

    /** Metres of a unit of latitude. */
    static double perLatitude(double latitude) {
        double sin = StrictMath.sin(latitude * RADIANS);
        double w = 1 - E2 * sin * sin;
        return EQUATOR * (1 - E2) / (w * Math.sqrt(w)) * RADIANS;
    }

    /** Metres of a unit of longitude along a great circle that is as curved as the parallel. */
    static double perLongitudeAtEquator(double latitude) {
        double sin = StrictMath.sin(latitude * RADIANS);
        return EQUATOR / Math.sqrt(1 - E2 * sin * sin) * RADIANS;
    }

    /** Metres of a unit of longitude. */
    static double perLongitude(double latitude) {
        return perLongitudeAtEquator(latitude) * StrictMath.cos(latitude * RADIANS);
    }

    /** Length of the shortest way, m. */
    static double metres(double lat1, double lon1, double lat2, double lon2) {
        return Geodesic.WGS84.Inverse(
                        lat1 * DEGREES,
                        lon1 * DEGREES,
                        lat2 * DEGREES,
                        lon2 * DEGREES,
                        GeodesicMask.DISTANCE)
                .s12;
    }

    /** Units of latitude that are no less than a distance. */
    static long reachOfLatitude(double metres) {
        return (long) Math.ceil(metres / (LEAST_RADIUS * RADIANS)) + 1;
    }

    /**
     * Units of longitude that are no less than a distance which begins at a latitude or nearer to
     * the equator; half a turn where it may reach a pole.
     */
    static long reachOfLongitude(long latitude, double metres) {
        double angle = MARGIN * metres / LEAST_RADIUS;
        double pole = Math.PI / 2 - Math.abs(latitude) * RADIANS;
        if (angle >= pole) {
            return TURN / 2;
        }
        double sine = StrictMath.sin(angle) / StrictMath.sin(pole);
        return Math.min(TURN / 2, (long) Math.ceil(StrictMath.asin(sine) / RADIANS) + 1);
    }
}
