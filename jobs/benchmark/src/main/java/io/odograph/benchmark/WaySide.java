// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

/**
 * A way of OpenStreetMap in one direction, as one number: what two networks made from the same data
 * have in common, however they cut ways into edges.
 */
final class WaySide {

    /** No way. */
    static final long NONE = -1;

    private WaySide() {}

    /**
     * The number.
     *
     * @param way identity of the way
     * @param against whether against the direction in which it is drawn
     */
    static long of(long way, boolean against) {
        return way * 2 + (against ? 1 : 0);
    }

    /** Whether both are the same way, in whatever direction. */
    static boolean isSameWay(long side, long other) {
        return side != NONE && side >> 1 == other >> 1;
    }
}
