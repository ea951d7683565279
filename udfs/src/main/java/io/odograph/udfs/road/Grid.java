// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/**
 * How the globe is divided into cells of about {@value #CELL} E7 degrees of latitude, 150 m, and as
 * many metres of longitude: each row has its own number of columns.
 */
final class Grid {

    /** Height of a row in degrees times 10^7. */
    static final int CELL = 13_500;

    private static final long TURN = 3_600_000_000L;

    private Grid() {}

    static int row(long latitude) {
        return (int) Math.floorDiv(latitude, (long) CELL);
    }

    static int columns(int row) {
        double middle = (row + 0.5) * CELL / 1e7;
        double width = CELL / Math.max(StrictMath.cos(StrictMath.toRadians(middle)), 1e-3);
        return Math.max(1, (int) (TURN / width));
    }

    static int column(long longitude, int columns) {
        long fromWest = Math.min(Math.max(longitude + TURN / 2, 0), TURN - 1);
        return (int) (fromWest * columns / TURN);
    }

    /** Where to look first in a table of 2^bits slots. */
    static int slot(int row, int column, int bits) {
        long mixed = (row * 0x9E3779B97F4A7C15L) ^ (column * 0xC2B2AE3D27D4EB4FL);
        mixed *= 0xD6E8FEB86659FD93L;
        return bits == 0 ? 0 : (int) (mixed >>> (64 - bits));
    }
}
