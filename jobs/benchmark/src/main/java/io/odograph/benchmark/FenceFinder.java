// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.udfs.IntList;

/** An index of fences, numbered in the order in which it got them. */
abstract class FenceFinder implements Racer {

    private final String name;
    private final IntList found = new IntList();

    FenceFinder(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    /** Appends the fences that a position is inside of, in any order. */
    abstract void find(int latitude, int longitude, IntList out);

    /** Looks every position up; how many fences were found. */
    @Override
    public final long match(Trace trace) {
        long hits = 0;
        for (int i = 0; i < trace.size(); i++) {
            found.truncate(0);
            find(trace.latitudes()[i], trace.longitudes()[i], found);
            hits += found.size();
        }
        return hits;
    }

    /** The fences of a position, ascending. */
    final int[] answer(int latitude, int longitude) {
        IntList out = new IntList();
        find(latitude, longitude, out);
        out.sortDistinct(0);
        return out.toArray();
    }
}
