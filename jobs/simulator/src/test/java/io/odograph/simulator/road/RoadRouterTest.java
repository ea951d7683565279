// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import static io.odograph.simulator.road.Grids.key;
import static io.odograph.simulator.road.Grids.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.town.Town;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoadRouterTest {

    private static final RoadLimit FIFTY = limit(50);

    /**
     * A block: way 1 from the west into the corner, way 2 on to the east, ways 3 to 5 around
     * through the north.
     */
    private static RoadNetwork block(@Nullable RoadLimit direct, boolean forbidden) {
        Grids grid = new Grids();
        int west = grid.node(0, 0);
        int corner = grid.node(1, 0);
        int east = grid.node(3, 0);
        int north = grid.node(1, 2);
        int far = grid.node(3, 2);
        int first = grid.edge(west, corner, FIFTY, FIFTY, 0, 0, 1, 0);
        int second = grid.edge(corner, east, direct, FIFTY, 1, 0, 3, 0);
        grid.edge(corner, north, FIFTY, FIFTY, 1, 0, 1, 2);
        grid.edge(north, far, FIFTY, FIFTY, 1, 2, 3, 2);
        grid.edge(far, east, FIFTY, FIFTY, 3, 2, 3, 0);
        if (forbidden) {
            grid.forbid(2 * first, 2 * second);
        }
        return grid.build();
    }

    private static int @Nullable [] onwards(RoadNetwork network) {
        int goal = network.realNode(network.headNode(key(network, 2, true)));
        return new RoadRouter(network).onwards(key(network, 1, true), goal);
    }

    private static int[] around(RoadNetwork network) {
        return new int[] {key(network, 3, true), key(network, 4, true), key(network, 5, true)};
    }

    @Test
    void theQuickestWayIsTaken() {
        RoadNetwork network = block(FIFTY, false);
        assertThat(onwards(network)).containsExactly(key(network, 2, true));
        RoadNetwork slow = block(limit(10), false);
        assertThat(onwards(slow)).containsExactly(around(slow));
    }

    @Test
    void oneWaysAreDrivenInTheirDirectionOnly() {
        RoadNetwork network = block(null, false);
        assertThat(onwards(network)).containsExactly(around(network));
    }

    @Test
    void forbiddenTurnsAreNotTaken() {
        RoadNetwork network = block(FIFTY, true);
        assertThat(onwards(network)).containsExactly(around(network));
    }

    @Test
    void nobodyTurnsRoundButAtDeadEnds() {
        RoadNetwork network = block(FIFTY, false);
        RoadRouter router = new RoadRouter(network);
        int west = network.tailNode(key(network, 1, true));
        int[] back = router.onwards(key(network, 2, true), west);
        assertThat(back).isNotNull();
        assertThat(back[0]).isNotEqualTo(key(network, 2, false));
        int corner = network.tailNode(key(network, 2, true));
        assertThat(router.onwards(key(network, 1, false), corner))
                .containsExactly(key(network, 1, true));
    }

    @Test
    void whereThereIsNoWayThereIsNone() {
        Grids grid = new Grids();
        int a = grid.node(0, 0);
        int b = grid.node(1, 0);
        grid.edge(a, b, FIFTY, null, 0, 0, 1, 0);
        RoadNetwork network = grid.build();
        RoadRouter router = new RoadRouter(network);
        int key = key(network, 1, true);
        assertThat(router.onwards(key, network.tailNode(key))).isNull();
        int[] impossible = {network.headNode(key), network.tailNode(key)};
        assertThatThrownBy(() -> router.through(impossible))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> router.between(new Rng(1), 1000, 2000))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void routesThroughTheTownAreDrivableAndLongEnough() {
        RoadNetwork network = Town.network();
        RoadRouter router = new RoadRouter(network);
        for (int seed = 0; seed < 50; seed++) {
            RoadRoute route = router.wandering(new Rng(seed), 8000);
            assertThat(route.length()).isBetween(8000.0, 12_000.0);
            for (int i = 0; i < route.size(); i++) {
                assertThat(network.isDrivable(route.key(i))).isTrue();
                assertThat(i == 0 || isTurn(network, route.key(i - 1), route.key(i))).isTrue();
            }
        }
    }

    /** Looks at the ways out of a key's end, which knows its forbidden turns. */
    private static boolean isTurn(RoadNetwork network, int from, int to) {
        int node = network.headNode(from);
        for (int out = network.outBegin(node); out < network.outEnd(node); out++) {
            if (network.outKey(out) == to) {
                return true;
            }
        }
        return false;
    }

    @Test
    void routesBetweenNodesHaveTheWantedLength() {
        RoadRouter router = new RoadRouter(Town.network());
        assertThat(router.between(new Rng(3), 2000, 5000).length()).isBetween(2000.0, 5000.0);
        assertThat(router.between(new Rng(3), 2000, 5000).keys())
                .isEqualTo(router.between(new Rng(3), 2000, 5000).keys());
    }

    @Test
    void aRouteMustHangTogether() {
        RoadNetwork network = block(FIFTY, false);
        assertThatThrownBy(() -> RoadRoute.of(network))
                .isInstanceOf(IllegalArgumentException.class);
        int[] apart = {key(network, 1, true), key(network, 4, true)};
        assertThatThrownBy(() -> RoadRoute.of(network, apart))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
