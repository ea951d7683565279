// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.road.Roads;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QualityTest {

    private final RoadNetwork network = network();
    private final Ways ways = new Ways(network);
    private final int first = Roads.key(network, 1);
    private final int sameLimit = Roads.key(network, 2);
    private final int otherLimit = Roads.key(network, 3);
    private final int unknownLimit = Roads.key(network, 4);

    @Test
    void waysDirectionsAndLimitsAreJudgedApart() {
        long[] answers = {
            ways.side(first),
            ways.side(first + 1),
            ways.side(sameLimit),
            ways.side(otherLimit),
            WaySide.NONE
        };
        int[] truth = new int[answers.length];
        Arrays.fill(truth, first);

        Quality quality = Quality.of(trace(truth), answers, ways);

        assertThat(quality).isEqualTo(new Quality(5, 2, 1, 3));
        assertThat(quality.plus(Quality.NONE)).isEqualTo(quality);
        assertThat(quality.percent(quality.rightWay())).isEqualTo(40);
    }

    @Test
    void noAnswerIsNotTheRightLimitWhereNoneIsKnown() {
        long[] answers = {WaySide.NONE, WaySide.of(99, false)};

        assertThat(Quality.of(trace(unknownLimit, unknownLimit), answers, ways))
                .isEqualTo(new Quality(2, 0, 0, 0));
    }

    private static RoadNetwork network() {
        Roads roads = new Roads();
        int a = roads.node(0, 0);
        int b = roads.node(100, 0);
        int c = roads.node(200, 0);
        int d = roads.node(300, 0);
        int e = roads.node(400, 0);
        roads.road(a, b, 30);
        roads.road(b, c, 30);
        roads.road(c, d, 50);
        roads.road(d, e, RoadClass.SECONDARY, RoadLimit.UNKNOWN, RoadLimit.UNKNOWN);
        return roads.build();
    }

    private static Trace trace(int... truth) {
        int size = truth.length;
        return new Trace(
                new long[size],
                new int[size],
                new int[size],
                new float[size],
                new float[size],
                truth);
    }
}
