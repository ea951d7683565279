// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

/**
 * A road whose limit is known, and from which those of others may be estimated.
 *
 * @param latitude of its middle, degrees times 10^7
 * @param longitude of its middle
 * @param group roads of one group are alike: class, ramp or not, country
 * @param value number of its limit
 * @param weight its length, m, or a part of it where its directions differ
 * @param name number of its name, or -1
 */
public record Voter(int latitude, int longitude, int group, int value, double weight, int name) {

    /**
     * Side of the cells that are hidden as a whole, degrees times 10^7: 0.01 degrees, about 1.1 km
     * from south to north. Streets next to each other are tagged together, and hiding single ones
     * would flatter.
     */
    private static final int CELL = 100_000;

    /** One cell in so many is hidden at a time. */
    static final int FOLDS = 5;

    /** Which cells it is hidden with, 0 to {@link #FOLDS} - 1. */
    int fold() {
        return fold(latitude, longitude);
    }

    static int fold(int latitude, int longitude) {
        long cell = cell(latitude, longitude) * 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(cell >>> 17, FOLDS);
    }

    static long cell(int latitude, int longitude) {
        return ((long) Math.floorDiv(latitude, CELL) << 32) + Math.floorDiv(longitude, CELL);
    }
}
