// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.IntList;

/** Registers the segments of roads in the cells of the grid that they cross. */
final class GridBuilder {

    /** Segments of one run; as many as fit beside the number of the first one. */
    private static final int MAX_RUN = 255;

    private static final int MAX_FIRST = 1 << 23;

    private final int firstRow;
    private final int[] columns;
    private final IntList rowOf = new IntList();
    private final IntList columnOf = new IntList();
    private final IntList edges = new IntList();
    private final IntList runs = new IntList();

    /** First registration of the current edge. */
    private int begin;

    GridBuilder(int south, int north) {
        firstRow = Grid.row(south);
        columns = new int[Grid.row(north) - firstRow + 1];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Grid.columns(firstRow + i);
        }
    }

    int firstRow() {
        return firstRow;
    }

    int[] rows() {
        return columns.clone();
    }

    /** Begins with the segments of another edge. */
    void begin() {
        begin = edges.size();
    }

    /** Registers a segment; those of an edge one after the other. */
    void add(int edge, int segment, int lat1, int lon1, int lat2, int lon2) {
        int south = Grid.row(Math.min(lat1, lat2));
        int north = Grid.row(Math.max(lat1, lat2));
        for (int row = south; row <= north; row++) {
            double low = Math.max((double) row * Grid.CELL, Math.min(lat1, lat2));
            double high = Math.min((double) (row + 1) * Grid.CELL, Math.max(lat1, lat2));
            long a = longitudeAt(low, lat1, lon1, lat2, lon2);
            long b = longitudeAt(high, lat1, lon1, lat2, lon2);
            if (lat1 == lat2) {
                a = lon1;
                b = lon2;
            }
            int of = columns[row - firstRow];
            // One more on each side, for what was rounded.
            int west = Grid.column(Math.min(a, b) - 1, of);
            int east = Grid.column(Math.max(a, b) + 1, of);
            for (int column = west; column <= east; column++) {
                register(edge, segment, row - firstRow, column);
            }
        }
    }

    private static long longitudeAt(double lat, int lat1, int lon1, int lat2, int lon2) {
        double part = lat1 == lat2 ? 0 : (lat - lat1) / ((double) lat2 - lat1);
        return Math.round(lon1 + part * ((double) lon2 - lon1));
    }

    private void register(int edge, int segment, int row, int column) {
        if (segment >= MAX_FIRST) {
            throw new IllegalArgumentException("edge " + edge + " has too many points");
        }
        for (int i = edges.size() - 1; i >= begin; i--) {
            if (rowOf.get(i) == row && columnOf.get(i) == column) {
                int run = runs.get(i);
                if ((run >>> 8) + (run & 0xFF) == segment && (run & 0xFF) < MAX_RUN) {
                    runs.set(i, run + 1);
                    return;
                }
                break;
            }
        }
        rowOf.add(row);
        columnOf.add(column);
        edges.add(edge);
        runs.add(segment << 8 | 1);
    }

    /** The table of cells and their entries, as in {@link RoadParts}. */
    int[][] build() {
        int bits = 1;
        int[] cells = new int[RoadParts.CELL << bits];
        int used = 0;
        for (int i = 0; i < edges.size(); i++) {
            if (used * 2 >= 1 << bits) {
                bits++;
                cells = grown(cells, bits);
            }
            int slot = find(cells, bits, rowOf.get(i), columnOf.get(i));
            int at = slot * RoadParts.CELL;
            used += cells[at + 3] == 0 ? 1 : 0;
            cells[at] = rowOf.get(i);
            cells[at + 1] = columnOf.get(i);
            cells[at + 3]++;
        }
        int next = 0;
        for (int at = 0; at < cells.length; at += RoadParts.CELL) {
            cells[at + 2] = next;
            next += cells[at + 3];
        }
        int[] entries = new int[next * RoadParts.ENTRY];
        int[] filled = new int[cells.length / RoadParts.CELL];
        for (int i = 0; i < edges.size(); i++) {
            int slot = find(cells, bits, rowOf.get(i), columnOf.get(i));
            int entry = (cells[slot * RoadParts.CELL + 2] + filled[slot]++) * RoadParts.ENTRY;
            entries[entry] = edges.get(i);
            entries[entry + 1] = runs.get(i);
        }
        return new int[][] {cells, entries};
    }

    private static int[] grown(int[] cells, int bits) {
        int[] grown = new int[RoadParts.CELL << bits];
        for (int at = 0; at < cells.length; at += RoadParts.CELL) {
            if (cells[at + 3] > 0) {
                int slot = find(grown, bits, cells[at], cells[at + 1]);
                System.arraycopy(cells, at, grown, slot * RoadParts.CELL, RoadParts.CELL);
            }
        }
        return grown;
    }

    private static int find(int[] cells, int bits, int row, int column) {
        int slot = Grid.slot(row, column, bits);
        while (cells[slot * RoadParts.CELL + 3] > 0
                && (cells[slot * RoadParts.CELL] != row
                        || cells[slot * RoadParts.CELL + 1] != column)) {
            slot = slot + 1 & (1 << bits) - 1;
        }
        return slot;
    }
}
