// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/**
 * A bounding box in up to 32 columns and 32 rows, each square of which is outside, inside, or on
 * the border of a shape: most questions need no more. A long for each row, two bits for each
 * square.
 */
final class Raster {

    /** Nothing of the square is inside. */
    static final int OUTSIDE = 0;

    /** All of the square is inside. */
    static final int INSIDE = 1;

    /** The border passes through the square. */
    static final int BORDER = 2;

    private static final int SQUARES = 32;

    private final int xBits;
    private final int yBits;
    private final int south;
    private final long[] rows = new long[SQUARES];

    private Raster(LineGeometry shape) {
        this.south = shape.south();
        this.xBits = bits(shape.width());
        this.yBits = bits((long) shape.north() - south);
        int begin = 0;
        for (int line = 0; line < shape.lines(); line++) {
            for (int i = begin; i + 1 < shape.end(line); i++) {
                mark(
                        shape.longitude(i),
                        (double) shape.latitude(i) - south,
                        shape.longitude(i + 1),
                        (double) shape.latitude(i + 1) - south);
            }
            begin = shape.end(line);
        }
    }

    /** The raster of what lines enclose. */
    static Raster of(LineGeometry shape) {
        Raster raster = new Raster(shape);
        raster.fill(shape);
        return raster;
    }

    private static int bits(long size) {
        return Math.max(0, 64 - Long.numberOfLeadingZeros(size / SQUARES));
    }

    /** What is known of a position in the box. */
    int at(long x, int latitude) {
        long row = rows[(latitude - south) >> yBits];
        return (int) (row >>> ((x >> xBits) << 1)) & 3;
    }

    /** Marks the squares that a side may touch, one unit around it included. */
    private void mark(double ax, double ay, double bx, double by) {
        double low = Math.min(ay, by);
        double high = Math.max(ay, by);
        for (int row = square(low - 1, yBits); row <= square(high + 1, yBits); row++) {
            double from = Math.min(Math.max((double) ((long) row << yBits) - 1, low), high);
            double to = Math.max(Math.min((double) ((row + 1L) << yBits) + 1, high), low);
            double x1 = low == high ? ax : ax + (bx - ax) * ((from - ay) / (by - ay));
            double x2 = low == high ? bx : ax + (bx - ax) * ((to - ay) / (by - ay));
            int last = square(Math.max(x1, x2) + 1, xBits);
            for (int column = square(Math.min(x1, x2) - 1, xBits); column <= last; column++) {
                rows[row] |= (long) BORDER << (column << 1);
            }
        }
    }

    private static int square(double at, int bits) {
        return (int) Math.min(Math.max((long) Math.floor(at) >> bits, 0), SQUARES - 1);
    }

    /** Finds out about the squares in between: one without border is like the one before it. */
    private void fill(LineGeometry shape) {
        for (int row = 0; row < SQUARES; row++) {
            int before = BORDER;
            for (int column = 0; column < SQUARES; column++) {
                int shift = column << 1;
                if ((rows[row] >>> shift & BORDER) != 0) {
                    before = BORDER;
                    continue;
                }
                if (before == BORDER) {
                    long x = (long) column << xBits;
                    long y = ((long) row << yBits) + south;
                    boolean isInBox = x <= shape.width() && y <= shape.north();
                    before = isInBox && shape.crossesOddly((int) x, (int) y) ? INSIDE : OUTSIDE;
                }
                rows[row] |= (long) before << shift;
            }
        }
    }
}
