// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.IntList;
import org.jspecify.annotations.Nullable;

/**
 * What is around a way: a box, longitudes from its west edge.
 *
 * @param south southernmost latitude
 * @param north northernmost latitude
 * @param west west edge, from -180 degrees
 * @param width from the west edge to the east one, below a turn
 */
record Reach(long south, long north, long west, long width) {

    private static final long POLE = Ellipsoid.TURN / 4;

    static Reach of(int lat1, int lon1, int lat2, int lon2, double margin) {
        long up = Ellipsoid.reachOfLatitude(margin);
        long poleward = Math.max(Math.abs((long) lat1), Math.abs((long) lat2));
        long aside = Ellipsoid.reachOfLongitude(poleward, margin);
        long east = Way.eastward(lon1, lon2);
        long west = lon1 + Math.min(east, 0) - aside;
        return new Reach(
                Math.max(Math.min(lat1, lat2) - up, -POLE),
                Math.min(Math.max(lat1, lat2) + up, POLE),
                Way.near(west, 0),
                Math.min(Math.abs(east) + 2 * aside, Ellipsoid.TURN - 1));
    }

    /** Appends the fences of a level whose boxes meet this one, some of them several times. */
    void collect(int level, CellTable table, @Nullable FenceGeometry[] fences, IntList out) {
        long firstRow = Cells.cell(level, Cells.stepsNorth(south));
        long lastRow = Cells.cell(level, Cells.stepsNorth(north));
        long firstColumn = Cells.cell(level, Cells.stepsEast(west));
        long lastColumn = Cells.cell(level, Cells.stepsEast(west + width));
        if ((lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) > table.cells().length) {
            for (int[] cell : table.cells()) {
                collect(cell, fences, out);
            }
            return;
        }
        for (long row = firstRow; row <= lastRow; row++) {
            for (long column = firstColumn; column <= lastColumn; column++) {
                collect(table.cell(Cells.key(level, row, column)), fences, out);
            }
        }
    }

    private void collect(int @Nullable [] cell, @Nullable FenceGeometry[] fences, IntList out) {
        if (cell == null) {
            return;
        }
        for (int i = CellTable.count(cell) - 1; i >= 0; i--) {
            int fence = CellTable.fence(cell, i);
            FenceGeometry geometry = fences[fence];
            if (geometry != null && meets(geometry)) {
                out.add(fence);
            }
        }
    }

    private boolean meets(FenceGeometry other) {
        return other.south() <= north
                && south <= other.north()
                && (Math.floorMod(other.west() - west, Ellipsoid.TURN) <= width
                        || Math.floorMod(west - other.west(), Ellipsoid.TURN) <= other.width());
    }
}
