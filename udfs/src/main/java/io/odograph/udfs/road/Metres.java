// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/**
 * Short distances between positions in degrees times 10^7: the globe as flat around a latitude,
 * which is better than 0.1 % over the kilometres that matter here.
 */
final class Metres {

    /** Metres of one unit of latitude: mean radius of the earth (IUGG). */
    static final double PER_UNIT = 6_371_008.8 * Math.PI / 180 * 1e-7;

    private Metres() {}

    /** Metres of one unit of longitude at a latitude. */
    static double perLongitude(long latitude) {
        return PER_UNIT * StrictMath.cos(StrictMath.toRadians(latitude * 1e-7));
    }

    static double length(int[] latitudes, int[] longitudes) {
        double sum = 0;
        for (int i = 1; i < latitudes.length; i++) {
            sum += between(latitudes[i - 1], longitudes[i - 1], latitudes[i], longitudes[i]);
        }
        return sum;
    }

    static double between(int lat1, int lon1, int lat2, int lon2) {
        double north = ((double) lat2 - lat1) * PER_UNIT;
        double east = ((double) lon2 - lon1) * perLongitude(((long) lat1 + lat2) / 2);
        return Math.sqrt(north * north + east * east);
    }
}
