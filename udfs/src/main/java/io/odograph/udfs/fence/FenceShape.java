// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Area;
import java.io.Serializable;
import java.util.List;

/**
 * Where a fence is. Coordinates are whole numbers of 1e-7 degrees, WGS 84. A state type: components
 * are only ever added.
 *
 * <p>Sides of polygons and centre lines of corridors are straight in longitude and latitude, as
 * GeoJSON has them (RFC 7946, 3.1.1); radius and width are geodesic distances. Across longitude 180
 * the lines go on beyond it, such as from 1790000000 to 1810000000, so that no side is ever longer
 * than half the world; the middle of a shape is between -180 and 180 degrees.
 *
 * @param kind how the lines are meant
 * @param lines POLYGON: its rings, of which an odd number enclose what is inside, so that a ring
 *     within another is a hole; CIRCLE: its centre alone; CORRIDOR: its centre lines, from the
 *     first point to the last
 * @param radius radius of the circle or half the width of the corridor, m; 0 for polygons
 */
public record FenceShape(Kind kind, List<Area.Ring> lines, double radius) implements Serializable {

    /** How the lines of a shape are meant; constants are only ever added. */
    public enum Kind {
        /** All within a distance of a point. */
        CIRCLE,
        /** All within rings, and not within holes. */
        POLYGON,
        /** All within a distance of lines. */
        CORRIDOR
    }

    /** Most points of a shape. */
    public static final int MAX_POINTS = 2_000;

    /** Largest radius and half width, m. */
    public static final double MAX_RADIUS = 500_000;

    /** Widest and highest shape, degrees: a country as large as China, not half of the world. */
    public static final int MAX_DEGREES = 120;

    /** Latitude beyond which there are no fences, degrees: metres are not degrees at the poles. */
    public static final int MAX_LATITUDE = 85;

    /** Copies the list. */
    public FenceShape {
        lines = List.copyOf(lines);
    }

    /** Number of its points. */
    public int points() {
        int points = 0;
        for (Area.Ring line : lines) {
            points += line.latitudes().length;
        }
        return points;
    }
}
