// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Area;
import java.util.function.LongConsumer;

/**
 * Cells of the world, about 12 by 12 km at the equator, by which fences are shared out: a fence is
 * in each cell that it may touch, and a vehicle's way is asked about in each cell in which it may
 * be near a fence. Cells are numbers that mean nothing else.
 */
public final class FenceCells {

    /** Sides of cells as a power of two of 1e-7 degrees: about 0.105 degrees. */
    private static final int BITS = 20;

    private static final long TURN = 3_600_000_000L;
    private static final long HALF_TURN = TURN / 2;

    /** Cells around the world; the last one is narrower. */
    private static final long COLUMNS = (TURN >> BITS) + 1;

    /** Wider fences would be in many cells, 1e-7 degrees: at most 36 with this. */
    private static final long WIDEST = 5_000_000;

    /**
     * Shortest degree of latitude, at the equator (WGS 84), m; the shortest is on the safe side.
     */
    private static final double DEGREE = 110_574;

    private static final double E7 = 1e7;

    /** Roundings of metres to degrees and back. */
    private static final double SAFE = 1.01;

    private FenceCells() {}

    /**
     * Whether a fence can be shared out: not one that a vehicle must keep in, which matters
     * wherever the vehicle is, and not one as wide as a region.
     */
    public static boolean isLocal(Fence fence) {
        Box box = box(fence.shape());
        return fence.terms().kind() != FenceKind.KEEP_IN
                && box.north - box.south <= WIDEST
                && box.east - box.west <= WIDEST;
    }

    /** Tells each cell that a fence may touch, once. */
    public static void ofFence(Fence fence, LongConsumer cells) {
        box(fence.shape()).cells(cells);
    }

    /**
     * Tells each cell in which there may be a fence near an end of a way or touched by it, once.
     */
    public static void ofWay(VehicleWay way, LongConsumer cells) {
        Box box = new Box();
        box.take(way.latitude(), way.longitude());
        if (way.hasBeginning()) {
            double turn = Math.IEEEremainder((double) way.fromLongitude() - way.longitude(), TURN);
            box.take(way.fromLatitude(), way.longitude() + (long) turn);
        }
        box.grow(FenceReading.NEAR);
        box.cells(cells);
    }

    private static Box box(FenceShape shape) {
        Box box = new Box();
        for (Area.Ring ring : shape.lines()) {
            for (int i = 0; i < ring.latitudes().length; i++) {
                box.take(ring.latitudes()[i], ring.longitudes()[i]);
            }
        }
        box.grow(shape.radius());
        return box;
    }

    /** Between latitudes and longitudes, 1e-7 degrees; across longitude 180 these go on. */
    private static final class Box {

        private long south = Long.MAX_VALUE;
        private long north = Long.MIN_VALUE;
        private long west = Long.MAX_VALUE;
        private long east = Long.MIN_VALUE;

        void take(long latitude, long longitude) {
            south = Math.min(south, latitude);
            north = Math.max(north, latitude);
            west = Math.min(west, longitude);
            east = Math.max(east, longitude);
        }

        void grow(double metres) {
            long high = (long) Math.ceil(metres / DEGREE * E7 * SAFE);
            south -= high;
            north += high;
            double farthest = Math.min(89, Math.max(Math.abs(south), Math.abs(north)) / E7);
            double cosine = StrictMath.cos(StrictMath.toRadians(farthest));
            long wide = (long) Math.ceil(metres / (DEGREE * cosine) * E7 * SAFE);
            west -= wide;
            east += wide;
        }

        void cells(LongConsumer cells) {
            long first = column(west);
            // Once around the world is enough.
            long last = Math.min(column(east), first + COLUMNS - 1);
            for (long row = south >> BITS; row <= north >> BITS; row++) {
                for (long column = first; column <= last; column++) {
                    cells.accept(row << 32 | Math.floorMod(column, COLUMNS));
                }
            }
        }

        /**
         * Column of a longitude, not folded: that of each turn begins anew, for the last is narrow.
         */
        private static long column(long longitude) {
            long turns = Math.floorDiv(longitude + HALF_TURN, TURN);
            long within = Math.floorMod(longitude + HALF_TURN, TURN);
            return turns * COLUMNS + (within >> BITS);
        }
    }
}
