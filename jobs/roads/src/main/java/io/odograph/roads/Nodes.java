// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.osm.OsmKind;
import io.odograph.roads.osm.OsmSink;
import java.util.Arrays;
import java.util.BitSet;

/** The nodes that ways for cars go through, numbered by identity. */
final class Nodes implements OsmSink {

    /** No latitude: the node is not in the file, as at the edge of an extract. */
    private static final int MISSING = Integer.MIN_VALUE;

    private final long[] ids;
    private final int[] numbers;
    private final int[] latitudes;
    private final int[] longitudes;
    private final BitSet junctions = new BitSet();
    private int next;

    /** Knows which nodes are wanted, and which of them several ways share, but not yet where. */
    Nodes(Ways ways) {
        LongList taken = ways.takeNodes();
        long[] sorted = taken.toSortedArray();
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] == sorted[i - 1]) {
                junctions.set(count - 1);
            } else {
                sorted[count++] = sorted[i];
            }
        }
        ids = Arrays.copyOf(sorted, count);
        numbers = new int[taken.size()];
        Arrays.parallelSetAll(numbers, at -> find(taken.get(at)));
        latitudes = new int[count];
        longitudes = new int[count];
        Arrays.fill(latitudes, MISSING);
    }

    @Override
    public boolean wants(OsmKind kind) {
        return kind == OsmKind.NODE;
    }

    @Override
    public void node(long id, int latitude, int longitude) {
        int number = next < ids.length && ids[next] == id ? next : find(id);
        if (number >= 0) {
            latitudes[number] = latitude;
            longitudes[number] = longitude;
            next = number + 1;
        }
    }

    /** Number of the node at a position among those of all ways. */
    int at(int position) {
        return numbers[position];
    }

    int count() {
        return ids.length;
    }

    /** Number of a node, negative if no way goes through it. */
    int find(long id) {
        return Arrays.binarySearch(ids, id);
    }

    boolean isPresent(int node) {
        return latitudes[node] != MISSING;
    }

    /** Whether ways meet there, or one meets itself. */
    boolean isJunction(int node) {
        return junctions.get(node);
    }

    int latitude(int node) {
        return latitudes[node];
    }

    int longitude(int node) {
        return longitudes[node];
    }
}
