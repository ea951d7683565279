// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.util.Arrays;

/**
 * Order of positions along a Z-shaped curve of cells of about 600 m, and as they came within one.
 */
final class SpatialOrder {

    private SpatialOrder() {}

    /** Which comes first, second and so on. */
    static int[] of(int[] latitudes, int[] longitudes) {
        long[] sorted = new long[latitudes.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = curve(latitudes[i], longitudes[i]) << 31 | i;
        }
        Arrays.sort(sorted);
        int[] order = new int[sorted.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) sorted[i] & Integer.MAX_VALUE;
        }
        return order;
    }

    /** The place of each in an order. */
    static int[] inverse(int[] order) {
        int[] places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        return places;
    }

    private static long curve(int latitude, int longitude) {
        long y = (latitude + 900_000_000L) * 0xFFFF / 1_800_000_000L;
        long x = (longitude + 1_800_000_000L) * 0xFFFF / 3_600_000_000L;
        return spread(y) << 1 | spread(x);
    }

    private static long spread(long bits) {
        long spread = bits & 0xFFFF;
        spread = (spread | spread << 8) & 0x00FF00FFL;
        spread = (spread | spread << 4) & 0x0F0F0F0FL;
        spread = (spread | spread << 2) & 0x33333333L;
        return (spread | spread << 1) & 0x55555555L;
    }
}
