// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Area;
import java.util.List;

/**
 * Which rings of a polygon lie within which others. Of a shape that {@link FenceShapes} has made,
 * in which rings do not cross.
 */
public final class FenceNesting {

    /** Parent of rings that are in no other. */
    public static final int NONE = -1;

    private final List<Area.Ring> rings;
    private final boolean[][] within;
    private final int[] depths;

    private FenceNesting(List<Area.Ring> rings) {
        this.rings = rings;
        this.within = new boolean[rings.size()][rings.size()];
        this.depths = new int[rings.size()];
        for (int inner = 0; inner < rings.size(); inner++) {
            for (int outer = 0; outer < rings.size(); outer++) {
                if (inner != outer && isWithin(rings.get(inner), rings.get(outer))) {
                    within[inner][outer] = true;
                    depths[inner]++;
                }
            }
        }
    }

    /** Nesting of the rings of a polygon. */
    public static FenceNesting of(FenceShape polygon) {
        return new FenceNesting(polygon.lines());
    }

    /** Whether a ring is around a hole: within an odd number of others. */
    public boolean isHole(int ring) {
        return depths[ring] % 2 == 1;
    }

    /** Whether a ring lies within another. */
    public boolean isWithin(int ring, int other) {
        return within[ring][other];
    }

    /** The innermost ring that a ring lies in, or {@link #NONE}. */
    public int parent(int ring) {
        int parent = NONE;
        for (int other = 0; other < rings.size(); other++) {
            if (within[ring][other] && (parent == NONE || depths[other] > depths[parent])) {
                parent = other;
            }
        }
        return parent;
    }

    /** Of rings that do not cross: whether a point of the one that is not on the other is in it. */
    private static boolean isWithin(Area.Ring inner, Area.Ring outer) {
        int corners = inner.latitudes().length;
        for (int i = 0; i < 2 * corners; i++) {
            // Corners first; where all are on the other ring, the middles of sides are not.
            int from = i % corners;
            int to = i < corners ? from : (from + 1) % corners;
            long latitude = (long) inner.latitudes()[from] + inner.latitudes()[to];
            long longitude = (long) inner.longitudes()[from] + inner.longitudes()[to];
            int side = side(outer, latitude, longitude);
            if (side != 0) {
                return side > 0;
            }
        }
        return false;
    }

    /** 1 for a point within, -1 outside, 0 on the ring; all in half units. */
    private static int side(Area.Ring ring, long latitude, long longitude) {
        boolean odd = false;
        int last = ring.latitudes().length - 1;
        for (int i = 0; i <= last; i++) {
            int j = i == 0 ? last : i - 1;
            long south = 2L * ring.latitudes()[j] - latitude;
            long north = 2L * ring.latitudes()[i] - latitude;
            long west = 2L * ring.longitudes()[j] - longitude;
            long east = 2L * ring.longitudes()[i] - longitude;
            // Each product is within 64 bits, their difference is not.
            int turn = Long.compare(west * north, east * south);
            if (turn == 0
                    && Math.min(south, north) <= 0
                    && Math.max(south, north) >= 0
                    && Math.min(west, east) <= 0
                    && Math.max(west, east) >= 0) {
                return 0;
            }
            if ((south > 0) != (north > 0)) {
                odd ^= north > south ? turn > 0 : turn < 0;
            }
        }
        return odd ? 1 : -1;
    }
}
