// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/** Class of a road: OpenStreetMap's {@code highway} values, links with the class that they link. */
public enum RoadClass {
    /** Motorway. */
    MOTORWAY(0),
    /** Trunk road. */
    TRUNK(1),
    /** Primary road. */
    PRIMARY(2),
    /** Secondary road. */
    SECONDARY(3),
    /** Tertiary road. */
    TERTIARY(4),
    /** Minor road between places. */
    UNCLASSIFIED(5),
    /** Residential street. */
    RESIDENTIAL(6),
    /** Street on which pedestrians have priority. */
    LIVING_STREET(7),
    /** Access road: driveway, parking aisle, alley. */
    SERVICE(8),
    /** Track for agriculture or forestry. */
    TRACK(9),
    /** Road whose class nobody has stated. */
    ROAD(10);

    private static final RoadClass[] VALUES = values();

    private final int code;

    RoadClass(int code) {
        this.code = code;
    }

    /** Stands for it in road files: never changed, 0 and up without gaps, below 16. */
    int code() {
        return code;
    }

    static RoadClass of(int code) {
        return VALUES[code];
    }
}
