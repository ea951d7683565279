// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.geo;

/** Distances between positions. */
public final class Distance {

    /** Mean radius of the earth (IUGG), m. */
    private static final double EARTH_RADIUS = 6_371_008.8;

    private Distance() {}

    /**
     * Distance over short ways, m, by the equirectangular approximation: better than 0.1 % below 10
     * km outside the polar regions.
     *
     * @param latitude1 degrees
     * @param longitude1 degrees
     * @param latitude2 degrees
     * @param longitude2 degrees
     */
    public static double metres(
            double latitude1, double longitude1, double latitude2, double longitude2) {
        double turn = Math.IEEEremainder(longitude2 - longitude1, 360);
        double mean = StrictMath.toRadians((latitude1 + latitude2) / 2);
        double east = StrictMath.toRadians(turn) * StrictMath.cos(mean);
        double north = StrictMath.toRadians(latitude2 - latitude1);
        return EARTH_RADIUS * Math.sqrt(east * east + north * north);
    }
}
