// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.udfs.road.RoadNetwork;
import java.util.HashMap;
import java.util.Map;

/** What the road network says of ways: one map to judge all answers by. */
final class Ways {

    private final RoadNetwork network;
    private final Map<Long, Float> limits = new HashMap<>();

    Ways(RoadNetwork network) {
        this.network = network;
        for (int key = 0; key < 2 * network.edgeCount(); key++) {
            if (network.isDrivable(key)) {
                limits.putIfAbsent(side(network, key), network.limit(key).kmh());
            }
        }
    }

    /** A directed edge as a {@link WaySide}: points of an edge are in the order of its way. */
    static long side(RoadNetwork network, int key) {
        return WaySide.of(network.wayId(key >> 1), (key & 1) == 1);
    }

    long side(int key) {
        return side(network, key);
    }

    /** Whether the limits of two are the same; a way that is not known has none. */
    boolean isSameLimit(long side, long other) {
        Float limit = limits.get(side);
        return limit != null && limit.equals(limits.get(other));
    }
}
