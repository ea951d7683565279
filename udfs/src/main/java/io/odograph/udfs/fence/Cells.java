// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/**
 * How the globe is divided into square cells, at several levels: at each the sides are twice as
 * long as at the one before, from about 150 m of latitude to the whole globe. A place is a number
 * of steps to the east or to the north, {@value #PARTS} to a cell of the first level; the steps of
 * a turn are a power of two, so that longitudes beyond 180 degrees are in the same cells as they
 * are seen from the other side.
 */
final class Cells {

    /** Steps of a turn, as a power of two: one is about 0.6 m. */
    static final int STEPS = 26;

    /** Steps of a cell of the first level, as a power of two. */
    static final int PART_BITS = 8;

    /** Parts into which the sides of a cell are divided. */
    static final int PARTS = 1 << PART_BITS;

    /** How many levels there are: the cell of the last one is the whole globe. */
    static final int LEVELS = STEPS - PART_BITS + 1;

    /** Sides of a cell are so many times as long as those of a box in it, at least. */
    private static final int ROOM = 2;

    private static final long TURN_MASK = (1L << STEPS) - 1;

    private Cells() {}

    /** Steps to the east of longitude -180, for a longitude that may be beyond 180. */
    static long stepsEast(long longitude) {
        return ((longitude + Ellipsoid.TURN / 2) << STEPS) / Ellipsoid.TURN;
    }

    /** Steps to the north of the south pole. */
    static long stepsNorth(long latitude) {
        return ((latitude + Ellipsoid.TURN / 4) << STEPS) / Ellipsoid.TURN;
    }

    /** The first level whose cells have room for a box, in steps. */
    static int level(long width, long height) {
        int level = 0;
        while (level < LEVELS - 1 && side(level) < ROOM * Math.max(width, height)) {
            level++;
        }
        return level;
    }

    /** Side of a cell in steps. */
    static long side(int level) {
        return (long) PARTS << level;
    }

    /** Number of a cell of a level; the column may be beyond the turn. */
    static long key(int level, long row, long column) {
        return row << STEPS | (column << (PART_BITS + level) & TURN_MASK) >> (PART_BITS + level);
    }

    /** Column or row of a place. */
    static long cell(int level, long steps) {
        return steps >> (PART_BITS + level);
    }

    /** The part of its cell in which a place is. */
    static int part(int level, long steps) {
        return (int) (steps >> level) & (PARTS - 1);
    }

    /** Which parts of a cell a range reaches, first and last, in 16 bits. */
    static int parts(int level, long cell, long from, long to) {
        int first = cell(level, from) < cell ? 0 : part(level, from);
        int last = cell(level, to) > cell ? PARTS - 1 : part(level, to);
        return first | last << PART_BITS;
    }
}
