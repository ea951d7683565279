// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/**
 * How the globe is divided into square cells, at several levels: at each the sides are twice as
 * long as at the one before. A place is a number of steps to the east or to the north; the steps of
 * a turn are a power of two, so that longitudes beyond 180 degrees are in the same cells as they
 * are seen from the other side.
 */
final class Cells {

    /** Steps of a turn, as a power of two: one is about 0.6 m. */
    static final int STEPS = 26;

    /** Parts into which the sides of a cell are divided, as a power of two. */
    static final int PART_BITS = 7;

    /** Steps of a part at the first level, as a power of two: its cells are 600 m high. */
    private static final int FIRST = 3;

    /** How many levels there are: the cell of the last one is the whole globe. */
    static final int LEVELS = STEPS - PART_BITS - FIRST + 1;

    private static final int PARTS = 1 << PART_BITS;

    private static final long TURN_MASK = (1L << STEPS) - 1;

    private static final int GUARDS = 0x80808080;

    private Cells() {}

    /** Steps to the east of longitude -180, for a longitude that may be beyond 180. */
    static long stepsEast(long longitude) {
        return ((longitude + Ellipsoid.TURN / 2) << STEPS) / Ellipsoid.TURN;
    }

    /** Steps to the north of the south pole. */
    static long stepsNorth(long latitude) {
        return ((latitude + Ellipsoid.TURN / 4) << STEPS) / Ellipsoid.TURN;
    }

    /** Steps of a part of a cell, as a power of two. */
    private static int partBits(int level) {
        return FIRST + level;
    }

    /** The first level whose cells have room for a box, in steps. */
    static int level(long width, long height) {
        int level = 0;
        long longest = Math.max(width, height);
        while (level < LEVELS - 1 && 1L << (PART_BITS + partBits(level)) < longest) {
            level++;
        }
        return level;
    }

    /** Number of a cell of a level; the column may be beyond the turn. */
    static long key(int level, long row, long column) {
        int bits = PART_BITS + partBits(level);
        return row << STEPS | ((column << bits) & TURN_MASK) >> bits;
    }

    /** Column or row of a place. */
    static long cell(int level, long steps) {
        return steps >> (PART_BITS + partBits(level));
    }

    /** The part of its cell in which a place is. */
    private static int part(int level, long steps) {
        return (int) (steps >> partBits(level)) & (PARTS - 1);
    }

    /**
     * Which parts of a cell a range reaches, in two bytes: the first, and the last from the end.
     */
    static int parts(int level, long cell, long from, long to) {
        int first = cell(level, from) < cell ? 0 : part(level, from);
        int last = cell(level, to) > cell ? PARTS - 1 : part(level, to);
        return first | (PARTS - 1 - last) << 8;
    }

    /** A place in its cell, to be compared with what boxes reach. */
    static int place(int level, long east, long north) {
        int x = part(level, east);
        int y = part(level, north);
        return x | (PARTS - 1 - x) << 8 | y << 16 | (PARTS - 1 - y) << 24 | GUARDS;
    }

    /**
     * Whether a box reaches a place: all four bytes of the place are as large as those of the box,
     * so that no difference borrows from the guard above it.
     */
    static boolean reaches(int columnsAndRows, int place) {
        return (place - columnsAndRows & GUARDS) == GUARDS;
    }
}
