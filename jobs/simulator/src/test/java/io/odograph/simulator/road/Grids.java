// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.Region;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadEdge;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.road.RoadNetworkBuilder;
import io.odograph.udfs.road.RoadOrigin;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small networks near the equator, where a degree is as long in every direction. */
final class Grids {

    /** About 100 m. */
    static final int HUNDRED = 8993;

    private final RoadNetworkBuilder builder =
            new RoadNetworkBuilder(new RoadOrigin("test", null, ""));

    static RoadLimit limit(float kmh) {
        return new RoadLimit(LimitKind.VALUE, kmh, false, LimitSource.POSTED, 1, kmh, List.of());
    }

    int node(int east, int north) {
        return builder.addNode(north * HUNDRED, east * HUNDRED);
    }

    /** An edge between places in hundreds of m; returns its number in the builder. */
    int edge(int from, int to, @Nullable RoadLimit forward, @Nullable RoadLimit back, int... path) {
        int[] lat = new int[path.length / 2];
        int[] lon = new int[lat.length];
        for (int i = 0; i < lat.length; i++) {
            lon[i] = path[2 * i] * HUNDRED;
            lat[i] = path[2 * i + 1] * HUNDRED;
        }
        Region region = new Region("DE", ZoneId.of("Europe/Berlin"));
        long way = builder.edgeCount() + 1L;
        return builder.addEdge(
                new RoadEdge(
                        from,
                        to,
                        lat,
                        lon,
                        RoadClass.SECONDARY,
                        0,
                        forward,
                        back,
                        way,
                        null,
                        region));
    }

    void forbid(int fromKey, int toKey) {
        builder.forbidTurn(fromKey, toKey);
    }

    RoadNetwork build() {
        return builder.build();
    }

    /** A straight road to the east of one edge per limit, each of some hundreds of m. */
    static RoadNetwork straight(int hundreds, RoadLimit... limits) {
        Grids grid = new Grids();
        int last = grid.node(0, 0);
        for (int i = 0; i < limits.length; i++) {
            int next = grid.node((i + 1) * hundreds, 0);
            grid.edge(last, next, limits[i], limits[i], i * hundreds, 0, (i + 1) * hundreds, 0);
            last = next;
        }
        return grid.build();
    }

    /** The key of a way in the order of its points, or against it. */
    static int key(RoadNetwork network, long way, boolean forward) {
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            if (network.wayId(edge) == way) {
                return 2 * edge + (forward ? 0 : 1);
            }
        }
        throw new IllegalArgumentException("no way " + way);
    }

    static RoadRoute alongAll(RoadNetwork network) {
        int[] keys = new int[network.edgeCount()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(network, i + 1, true);
        }
        return RoadRoute.of(network, keys);
    }
}
