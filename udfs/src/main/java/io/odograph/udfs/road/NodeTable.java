// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.IntList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Nodes with the keys that leave them. A key with forbidden turns gets a node of its own to end at,
 * without these ways out.
 */
final class NodeTable {

    private static final int DRIVABLE_SHIFT = 12;

    private final int[] order;
    private final IntList lat;
    private final IntList lon;
    private final int[] edges;
    private final IntList nodes = new IntList();
    private final IntList outs = new IntList();
    private final IntList virtual = new IntList();

    /** Keys that leave each real node. */
    private final int[] begins;

    private final int[] keys;
    private final IntList barredFrom = new IntList();
    private final List<Set<Integer>> barred = new ArrayList<>();

    NodeTable(int[] order, IntList lat, IntList lon, int[] edges) {
        this.order = order;
        this.lat = lat;
        this.lon = lon;
        this.edges = edges;
        int count = edges.length / RoadParts.EDGE - 1;
        begins = new int[order.length + 1];
        for (int key = 0; key < 2 * count; key++) {
            begins[tail(key) + 1] += isDrivable(key) ? 1 : 0;
        }
        for (int i = 0; i < order.length; i++) {
            begins[i + 1] += begins[i];
        }
        keys = new int[begins[order.length]];
        int[] filled = new int[order.length];
        for (int key = 0; key < 2 * count; key++) {
            if (isDrivable(key)) {
                int node = tail(key);
                keys[begins[node] + filled[node]++] = key;
            }
        }
    }

    private boolean isDrivable(int key) {
        int attributes = edges[(key >> 1) * RoadParts.EDGE + 3];
        return ((attributes >> (DRIVABLE_SHIFT + (key & 1))) & 1) == 1;
    }

    private int head(int key) {
        return edges[(key >> 1) * RoadParts.EDGE + (key & 1)];
    }

    private int tail(int key) {
        return head(key ^ 1);
    }

    void forbid(int fromKey, List<Integer> toKeys) {
        barredFrom.add(fromKey);
        barred.add(new HashSet<>(toKeys));
    }

    void build() {
        int real = order.length;
        for (int i = 0; i < barredFrom.size(); i++) {
            virtual.add(head(barredFrom.get(i)));
        }
        for (int i = 0; i < barredFrom.size(); i++) {
            int key = barredFrom.get(i);
            edges[(key >> 1) * RoadParts.EDGE + (key & 1)] = real + i;
        }
        for (int node = 0; node < real; node++) {
            add(node, Set.of());
        }
        for (int i = 0; i < virtual.size(); i++) {
            add(virtual.get(i), barred.get(i));
        }
        nodes.add(0);
        nodes.add(0);
        nodes.add(outs.size() / RoadParts.OUT);
    }

    private void add(int like, Set<Integer> without) {
        nodes.add(lat.get(order[like]));
        nodes.add(lon.get(order[like]));
        nodes.add(outs.size() / RoadParts.OUT);
        for (int i = begins[like]; i < begins[like + 1]; i++) {
            if (!without.contains(keys[i])) {
                outs.add(keys[i]);
                outs.add(head(keys[i]));
                outs.add(edges[(keys[i] >> 1) * RoadParts.EDGE + 6]);
            }
        }
    }

    int[] nodes() {
        return nodes.toArray();
    }

    int[] outs() {
        return outs.toArray();
    }

    int[] virtual() {
        return virtual.toArray();
    }
}
