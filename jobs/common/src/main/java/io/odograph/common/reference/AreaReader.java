// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.RejectedRecordException;
import io.odograph.schemas.AreaRing;
import io.odograph.schemas.GeoPoint;
import io.odograph.udfs.geo.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Areas as contracts have them, checked. */
final class AreaReader {

    private static final double E7 = 1e7;

    /** Bounds what each of many thousand areas takes in every subtask. */
    private static final int MAX_CORNERS = 500;

    private AreaReader() {}

    static Area read(List<AreaRing> from, ReferenceChecks checks) throws RejectedRecordException {
        int corners = 0;
        List<Area.Ring> rings = new ArrayList<>();
        for (AreaRing ring : from) {
            corners += ring.getPoints().size();
            checks.require(corners <= MAX_CORNERS, "the area has more than 500 corners");
            rings.add(ring(ring.getPoints(), checks));
        }
        IntStream longitudes = rings.stream().flatMapToInt(r -> Arrays.stream(r.longitudes()));
        var extent = longitudes.summaryStatistics();
        checks.require(
                rings.isEmpty() || (long) extent.getMax() - extent.getMin() < Area.MAX_WIDTH,
                "the area is not less than 180 degrees wide");
        return new Area(rings);
    }

    private static Area.Ring ring(List<GeoPoint> points, ReferenceChecks checks)
            throws RejectedRecordException {
        int[] latitudes = new int[points.size()];
        int[] longitudes = new int[points.size()];
        for (int i = 0; i < latitudes.length; i++) {
            double latitude = points.get(i).getLatitude();
            double longitude = points.get(i).getLongitude();
            checks.require(
                    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180,
                    "a corner of the area is off the globe");
            latitudes[i] = (int) Math.round(latitude * E7);
            longitudes[i] = (int) Math.round(longitude * E7);
        }
        long different =
                IntStream.range(0, latitudes.length)
                        .mapToObj(i -> List.of(latitudes[i], longitudes[i]))
                        .distinct()
                        .count();
        checks.require(different >= 3, "a ring of the area has less than three corners");
        return new Area.Ring(latitudes, longitudes);
    }
}
