// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.util.List;

/**
 * Where a fence is as somebody stated it, unchecked; {@link FenceShapes} makes a shape of it.
 *
 * @param kind how the lines are meant
 * @param lines lines as {@link FenceShape} has them; rings may repeat their first corner at the end
 * @param radius radius of a circle, half the width of a corridor, m; 0 for polygons
 */
public record FenceOutline(FenceShape.Kind kind, List<List<Point>> lines, double radius) {

    /**
     * A point.
     *
     * @param latitude degrees
     * @param longitude degrees, -180 to 180
     */
    public record Point(double latitude, double longitude) {}

    /** Copies the list. */
    public FenceOutline {
        lines = List.copyOf(lines);
    }
}
