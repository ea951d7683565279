// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines within a bounding box, as {@link LineGeometry} has them.
 *
 * @param points all latitudes, then all longitudes, from the west edge of the box
 * @param ends the point after the last one of each line; null for one line
 * @param south southernmost latitude of the box
 * @param north northernmost latitude of the box
 * @param west west edge of the box
 * @param width from its west edge to its east one
 */
record Lines(int[] points, int @Nullable [] ends, long south, long north, long west, long width) {

    /**
     * Puts lines together.
     *
     * @param closed whether the last point of a line is joined to the first one
     * @param metres by how much the box is larger than the lines
     */
    static Lines of(List<Area.Ring> lines, boolean closed, double metres) {
        boolean turned = isCut(lines);
        int[] ends = new int[lines.size()];
        int count = 0;
        for (int i = 0; i < ends.length; i++) {
            Area.Ring line = lines.get(i);
            count += line.latitudes().length + (isJoined(line, closed) ? 1 : 0);
            ends[i] = count;
        }
        Range latitudes = latitudes(lines);
        Range longitudes = longitudes(lines, turned);
        long poleward = Math.max(Math.abs(latitudes.least), Math.abs(latitudes.greatest));
        long up = metres > 0 ? Ellipsoid.reachOfLatitude(metres) : 0;
        long aside = metres > 0 ? Ellipsoid.reachOfLongitude(poleward, metres) : 0;
        long west = longitudes.least - aside;
        int[] points = new int[2 * count];
        int next = 0;
        for (Area.Ring line : lines) {
            long turn = turn(line, turned) - west;
            int own = line.latitudes().length;
            int joined = own + (isJoined(line, closed) ? 1 : 0);
            for (int i = 0; i < joined; i++) {
                points[next] = line.latitudes()[i % own];
                points[count + next] = Math.toIntExact(line.longitudes()[i % own] + turn);
                next++;
            }
        }
        return new Lines(
                points,
                ends.length == 1 ? null : ends,
                latitudes.least - up,
                latitudes.greatest + up,
                west,
                longitudes.greatest + aside - west);
    }

    /** Whether the first point is to be repeated: also a single one, which has a side of none. */
    private static boolean isJoined(Area.Ring line, boolean closed) {
        int last = line.latitudes().length - 1;
        return last == 0
                || (closed
                        && (line.latitudes()[0] != line.latitudes()[last]
                                || line.longitudes()[0] != line.longitudes()[last]));
    }

    /** Whether the lines were cut at longitude 180: together again they take less. */
    private static boolean isCut(List<Area.Ring> lines) {
        return lines.size() > 1 && longitudes(lines, true).span() < longitudes(lines, false).span();
    }

    /** By how much a line is turned: those in the west by a turn, if cut. */
    private static long turn(Area.Ring line, boolean cut) {
        Range own = cut ? Range.NONE.with(line.longitudes(), 0) : Range.NONE;
        return cut && own.least + own.greatest < 0 ? Ellipsoid.TURN : 0;
    }

    private static Range longitudes(List<Area.Ring> lines, boolean cut) {
        Range range = Range.NONE;
        for (Area.Ring line : lines) {
            range = range.with(line.longitudes(), turn(line, cut));
        }
        return range;
    }

    private static Range latitudes(List<Area.Ring> lines) {
        Range range = Range.NONE;
        for (Area.Ring line : lines) {
            range = range.with(line.latitudes(), 0);
        }
        return range;
    }

    /** Width of the lines without what the box has more. */
    static long width(List<Area.Ring> lines) {
        return longitudes(lines, isCut(lines)).span();
    }

    /** Between which numbers others are. */
    private record Range(long least, long greatest) {

        private static final Range NONE = new Range(Long.MAX_VALUE, Long.MIN_VALUE);

        Range with(int[] values, long more) {
            int lowest = values[0];
            int highest = lowest;
            for (int value : values) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
            return new Range(Math.min(least, lowest + more), Math.max(greatest, highest + more));
        }

        long span() {
            return greatest - least;
        }
    }
}
