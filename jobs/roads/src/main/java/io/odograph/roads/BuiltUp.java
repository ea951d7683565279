// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.udfs.road.RoadClass;
import java.util.HashMap;
import java.util.Map;

/** Where there are houses, as far as residential streets tell. */
final class BuiltUp {

    /** Side of a cell, degrees times 10^7: 0.005 degrees, about 550 m from south to north. */
    private static final int CELL = 50_000;

    /**
     * Metres of residential street per square metre of ground from which on a place is built up, in
     * the cell and those around it: 2 km per square kilometre. Judgement: towns have 8 to 15,
     * villages with fields around them 2 to 5.
     */
    private static final double DENSITY = 0.002;

    private static final double METRES = 0.0111194926645;

    private final Map<Long, Double> streets = new HashMap<>();

    /** Sums up the streets. */
    BuiltUp(Ways ways, Segments segments) {
        for (int i = 0; i < segments.count(); i++) {
            RoadClass roadClass = ways.traits(segments.way(i)).highway().roadClass();
            if (roadClass == RoadClass.RESIDENTIAL || roadClass == RoadClass.LIVING_STREET) {
                streets.merge(
                        key(
                                Math.floorDiv(segments.middleLatitude(i), CELL),
                                Math.floorDiv(segments.middleLongitude(i), CELL)),
                        segments.length(i),
                        Double::sum);
            }
        }
    }

    /** Whether a place is built up. */
    boolean contains(int latitude, int longitude) {
        int row = Math.floorDiv(latitude, CELL);
        int column = Math.floorDiv(longitude, CELL);
        double length = 0;
        for (int y = row - 1; y <= row + 1; y++) {
            for (int x = column - 1; x <= column + 1; x++) {
                length += streets.getOrDefault(key(y, x), 0.0);
            }
        }
        double side = 3 * CELL * METRES;
        return length >= DENSITY * side * side * Math.cos(Math.toRadians(latitude / 1e7));
    }

    private static long key(int row, int column) {
        return ((long) row << 32) + column;
    }
}
