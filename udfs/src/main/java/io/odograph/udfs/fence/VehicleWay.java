// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;

/**
 * Where a vehicle is, and from where it came. Coordinates in 1e-7 degrees, times of the vehicle in
 * ms. A wire type of the jobs: components are only ever added.
 *
 * @param fromTime when it was at the beginning, or {@link #NONE} where the last position is not
 *     known or so long ago or so far away that nothing is known of what is between
 * @param fromLatitude where that was
 * @param fromLongitude where that was
 * @param time when it is at the end
 * @param latitude where that is
 * @param longitude where that is
 */
public record VehicleWay(
        long fromTime, int fromLatitude, int fromLongitude, long time, int latitude, int longitude)
        implements Serializable {

    /** Stands for no beginning. */
    public static final long NONE = Long.MIN_VALUE;

    /** Whether its beginning is known. */
    public boolean hasBeginning() {
        return fromTime != NONE;
    }

    /** Whether it leads anywhere. */
    public boolean isMoved() {
        return hasBeginning() && (fromLatitude != latitude || fromLongitude != longitude);
    }

    /** Time at a part of it, 0..1, ms. */
    public long timeAt(double part) {
        return fromTime + Math.round(part * (time - fromTime));
    }

    /** Latitude at a part of it, 0..1. */
    public int latitudeAt(double part) {
        return (int) Math.round(fromLatitude + part * ((double) latitude - fromLatitude));
    }

    /** Longitude at a part of it, 0..1, across longitude 180 where that is the shorter way. */
    public int longitudeAt(double part) {
        double turn = Math.IEEEremainder((double) longitude - fromLongitude, 3_600_000_000.0);
        return (int) Math.round(Math.IEEEremainder(fromLongitude + part * turn, 3_600_000_000.0));
    }
}
