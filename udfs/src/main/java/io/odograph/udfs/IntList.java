// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs;

import java.util.Arrays;

/** A growing row of ints. Belongs to one thread. */
public final class IntList {

    private int[] values = new int[16];
    private int size;

    /** An empty one. */
    public IntList() {}

    /** Appends a value. */
    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.addExact(size, Math.max(size >> 1, 1)));
        }
        values[size++] = value;
    }

    /** The value at an index below the size. */
    public int get(int index) {
        return values[index];
    }

    /** Puts another value at an index below the size. */
    public void set(int index, int value) {
        values[index] = value;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Keeps the first ones only; none for 0. */
    public void truncate(int newSize) {
        size = Math.min(size, newSize);
    }

    /** Sorts those from an index on, ascending, and keeps one of each value. */
    public void sortDistinct(int from) {
        if (size - from < 2) {
            return;
        }
        Arrays.sort(values, from, size);
        int kept = from + 1;
        for (int i = from + 1; i < size; i++) {
            if (values[i] != values[kept - 1]) {
                values[kept++] = values[i];
            }
        }
        size = kept;
    }

    /** A copy as an array. */
    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
