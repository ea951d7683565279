// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import org.jspecify.annotations.Nullable;

/**
 * A shape of lines. A side leads from a point to the next one; rings end where they begin. Many
 * sides come in groups with a bounding box each, so that few must be looked at.
 */
abstract sealed class LineGeometry extends FenceGeometry permits PolygonGeometry, CorridorGeometry {

    /** All latitudes, then all longitudes, from the west edge of the bounding box. */
    private final int[] points;

    /** The point after the last one of each line; null for one line. */
    private final int @Nullable [] ends;

    /** Groups of sides, see {@link Groups}; null where the sides are few. */
    private final int @Nullable [] groups;

    LineGeometry(Lines lines) {
        super(lines.south(), lines.north(), lines.west(), lines.width());
        this.points = lines.points();
        this.ends = lines.ends();
        this.groups = Groups.of(points, lines.ends());
    }

    /** What is done with a side. */
    interface Side {

        /** Takes a side from one point to another. */
        void accept(double ax, double ay, double bx, double by);
    }

    final int latitude(int point) {
        return points[point];
    }

    final int longitude(int point) {
        return points[(points.length >> 1) + point];
    }

    final int points() {
        return points.length >> 1;
    }

    final int lines() {
        return ends == null ? 1 : ends.length;
    }

    /** The point after the last one of a line. */
    final int end(int line) {
        return ends == null ? points.length >> 1 : ends[line];
    }

    /** Whether the ray from a point to the east crosses the lines an odd number of times. */
    final boolean crossesOddly(int x, int y) {
        if (groups != null) {
            return Groups.crossOddly(points, groups, x, y);
        }
        if (ends == null) {
            return Groups.crossesOddly(points, 0, (points.length >> 1) - 1, x, y);
        }
        boolean odd = false;
        int begin = 0;
        for (int end : ends) {
            odd ^= Groups.crossesOddly(points, begin, end - 1, x, y);
            begin = end;
        }
        return odd;
    }

    /** Finds the nearest point of all sides but those along a meridian, or -1 for of all. */
    final void nearest(Nearest nearest, long without) {
        if (groups != null) {
            for (int at = 0; at < groups.length; at += Groups.SIZE) {
                if (nearest.mayBeNearer(
                        Groups.minX(groups, at),
                        Groups.maxX(groups, at),
                        Groups.minY(groups, at),
                        Groups.maxY(groups, at))) {
                    int first = Groups.first(groups, at);
                    nearest(nearest, first, Groups.last(groups, at), without);
                }
            }
            return;
        }
        int begin = 0;
        for (int line = 0; line < lines(); line++) {
            nearest(nearest, begin, end(line) - 1, without);
            begin = end(line);
        }
    }

    private void nearest(Nearest nearest, int first, int last, long without) {
        for (int i = first; i < last; i++) {
            int ax = longitude(i);
            int bx = longitude(i + 1);
            if (ax != without || bx != without) {
                nearest.offer(ax, latitude(i), bx, latitude(i + 1));
            }
        }
    }

    /** All sides whose bounding boxes meet that of a way, made larger. */
    final void meeting(Way way, double moreX, double moreY, Side action) {
        if (groups != null) {
            for (int at = 0; at < groups.length; at += Groups.SIZE) {
                if (way.meets(
                        Groups.minX(groups, at) - moreX,
                        Groups.maxX(groups, at) + moreX,
                        Groups.minY(groups, at) - moreY,
                        Groups.maxY(groups, at) + moreY)) {
                    int first = Groups.first(groups, at);
                    meeting(way, moreX, moreY, first, Groups.last(groups, at), action);
                }
            }
            return;
        }
        int begin = 0;
        for (int line = 0; line < lines(); line++) {
            meeting(way, moreX, moreY, begin, end(line) - 1, action);
            begin = end(line);
        }
    }

    private void meeting(Way way, double moreX, double moreY, int first, int last, Side action) {
        for (int i = first; i < last; i++) {
            double ax = longitude(i);
            double bx = longitude(i + 1);
            double ay = latitude(i);
            double by = latitude(i + 1);
            if (way.meets(
                    Math.min(ax, bx) - moreX,
                    Math.max(ax, bx) + moreX,
                    Math.min(ay, by) - moreY,
                    Math.max(ay, by) + moreY)) {
                action.accept(ax, ay, bx, by);
            }
        }
    }
}
