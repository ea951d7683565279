// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.IntList;
import java.util.Arrays;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fences at a place among many. Fences have numbers from 0 on, which the caller gives and
 * may give again; memory is as large as the largest number. Coordinates are in 1e-7 degrees,
 * longitudes of questions from -180 to 180.
 *
 * <p>A grid of several levels: a fence is in the cells of the one whose cells are larger than its
 * bounding box, so in four at most, with the parts of the cell that the box reaches. To look a
 * place up is one probe for each level in use.
 *
 * <p>Any number of threads may ask while one changes; each answer is of one moment. Questions take
 * no lock as long as nothing changes meanwhile.
 */
public final class FenceIndex {

    private final StampedLock lock = new StampedLock();
    private final CellTable[] levels = new CellTable[Cells.LEVELS];

    private @Nullable FenceGeometry[] fences = new FenceGeometry[16];
    private int size;

    /** Bits of the levels with fences. */
    private int levelsInUse;

    /** An empty one. */
    public FenceIndex() {
        Arrays.setAll(levels, level -> new CellTable());
    }

    /**
     * Adds a fence, or changes it.
     *
     * @throws IllegalArgumentException if the shape is none; then nothing has changed
     */
    public void put(int fence, FenceShape shape) {
        put(fence, FenceGeometry.of(shape));
    }

    /** Adds a fence, or changes it. */
    public void put(int fence, FenceGeometry geometry) {
        long stamp = lock.writeLock();
        try {
            if (fence >= fences.length) {
                int more = Math.addExact(fence, Math.max(16, fence >> 2));
                fences = Arrays.copyOf(fences, more);
            }
            unregister(fence);
            fences[fence] = geometry;
            size++;
            new Box(geometry).register(fence);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Removes a fence; whether there was one. */
    public boolean remove(int fence) {
        long stamp = lock.writeLock();
        try {
            return fence < fences.length && unregister(fence);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    private boolean unregister(int fence) {
        FenceGeometry old = fences[fence];
        if (old == null) {
            return false;
        }
        new Box(old).unregister(fence);
        fences[fence] = null;
        size--;
        return true;
    }

    /** How many fences there are. */
    public int size() {
        long stamp = lock.readLock();
        try {
            return size;
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /** The geometry of a fence, or null if there is none of that number. */
    public @Nullable FenceGeometry geometry(int fence) {
        long stamp = lock.tryOptimisticRead();
        FenceGeometry found = at(fence);
        if (!lock.validate(stamp)) {
            stamp = lock.readLock();
            try {
                found = at(fence);
            } finally {
                lock.unlockRead(stamp);
            }
        }
        return found;
    }

    private @Nullable FenceGeometry at(int fence) {
        FenceGeometry[] now = fences;
        return fence < now.length ? now[fence] : null;
    }

    /** Whether a place is inside a fence; not if there is none. */
    public boolean contains(int fence, int latitude, int longitude) {
        FenceGeometry geometry = geometry(fence);
        return geometry != null && geometry.contains(latitude, longitude);
    }

    /** Distance to the border of a fence, m, negative inside; infinite if there is none. */
    public double distance(int fence, int latitude, int longitude) {
        FenceGeometry geometry = geometry(fence);
        return geometry == null ? Double.POSITIVE_INFINITY : geometry.distance(latitude, longitude);
    }

    /** Where the straight way from A to B is inside a fence; null if nowhere. */
    public @Nullable Crossing crossing(int fence, int latA, int lonA, int latB, int lonB) {
        FenceGeometry geometry = geometry(fence);
        return geometry == null ? null : geometry.crossing(latA, lonA, latB, lonB);
    }

    /** Appends the fences that a place is inside of, ascending. */
    public void containing(int latitude, int longitude, IntList out) {
        int begin = out.size();
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0) {
            findContaining(latitude, longitude, out);
        }
        if (!lock.validate(stamp)) {
            out.truncate(begin);
            stamp = lock.readLock();
            try {
                findContaining(latitude, longitude, out);
            } finally {
                lock.unlockRead(stamp);
            }
        }
        out.sortDistinct(begin);
    }

    private void findContaining(int latitude, int longitude, IntList out) {
        long east = Cells.stepsEast(longitude) & (1L << Cells.STEPS) - 1;
        long north = Cells.stepsNorth(latitude);
        FenceGeometry[] now = fences;
        for (int left = levelsInUse; left != 0; left &= left - 1) {
            int level = Integer.numberOfTrailingZeros(left);
            long key = Cells.key(level, Cells.cell(level, north), Cells.cell(level, east));
            int[] cell = levels[level].cell(key);
            if (cell == null) {
                continue;
            }
            int place = Cells.place(level, east, north);
            for (int i = CellTable.count(cell) - 1; i >= 0; i--) {
                if (Cells.reaches(CellTable.parts(cell, i), place)) {
                    int fence = CellTable.fence(cell, i);
                    FenceGeometry geometry = fence < now.length ? now[fence] : null;
                    if (geometry != null && geometry.contains(latitude, longitude)) {
                        out.add(fence);
                    }
                }
            }
        }
    }

    /**
     * Appends, ascending, all fences to which the straight way between two places may come as near
     * as a margin, by bounding boxes: none is missing, some may be farther.
     *
     * @param margin m
     */
    public void touching(int lat1, int lon1, int lat2, int lon2, double margin, IntList out) {
        int begin = out.size();
        Reach reach = Reach.of(lat1, lon1, lat2, lon2, margin);
        long stamp = lock.readLock();
        try {
            for (int left = levelsInUse; left != 0; left &= left - 1) {
                int level = Integer.numberOfTrailingZeros(left);
                reach.collect(level, levels[level], fences, out);
            }
        } finally {
            lock.unlockRead(stamp);
        }
        out.sortDistinct(begin);
    }

    /** The cells of a fence. */
    private final class Box {

        private final long west;
        private final long east;
        private final long south;
        private final long north;
        private final int level;

        Box(FenceGeometry of) {
            west = Cells.stepsEast(of.west());
            east = Cells.stepsEast(of.west() + of.width());
            south = Cells.stepsNorth(of.south());
            north = Cells.stepsNorth(of.north());
            level = Cells.level(east - west, north - south);
        }

        void register(int fence) {
            for (long row = Cells.cell(level, south); row <= Cells.cell(level, north); row++) {
                int rows = Cells.parts(level, row, south, north);
                for (long column = Cells.cell(level, west);
                        column <= Cells.cell(level, east);
                        column++) {
                    int columns = Cells.parts(level, column, west, east);
                    long key = Cells.key(level, row, column);
                    levels[level].add(key, fence, columns | rows << 16);
                }
            }
            levelsInUse |= 1 << level;
        }

        void unregister(int fence) {
            for (long row = Cells.cell(level, south); row <= Cells.cell(level, north); row++) {
                for (long column = Cells.cell(level, west);
                        column <= Cells.cell(level, east);
                        column++) {
                    levels[level].remove(Cells.key(level, row, column), fence);
                }
            }
            if (levels[level].size() == 0) {
                levelsInUse &= ~(1 << level);
            }
        }
    }
}
