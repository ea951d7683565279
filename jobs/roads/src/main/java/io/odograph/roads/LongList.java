// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import java.util.Arrays;

/** Growing list of numbers without an object for each: a country has some hundred million. */
final class LongList {

    private long[] values = new long[1024];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, (int) Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2));
        }
        values[size++] = value;
    }

    long get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    long[] toSortedArray() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.parallelSort(sorted);
        return sorted;
    }
}
