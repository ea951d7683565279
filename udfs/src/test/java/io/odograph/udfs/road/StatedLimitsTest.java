// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.road.Fixes.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two roads side by side, 12 m apart, that have the same number as limit. */
class StatedLimitsTest {

    private static RoadNetwork besideASign(RoadLimit other) {
        Roads roads = new Roads();
        roads.road(roads.node(0, 0), roads.node(2_000, 0), 50);
        roads.road(roads.node(0, 12), roads.node(2_000, 12), RoadClass.SECONDARY, other, other);
        return roads.build();
    }

    private static Fixes at(RoadNetwork network, double north) {
        return new Fixes(network, 2)
                .accuracy(8)
                .drive(0, 1, 9, new double[] {500, north}, new double[] {15, 0}, 90);
    }

    /** What is estimated counts for nothing unless asked for; what a sign says counts. */
    @ParameterizedTest
    @ValueSource(doubles = {3, 5, 6, 7, 9})
    void anEstimateOfTheSameNumberDoesNotMakeASignSure(double north) {
        RoadNetwork network = besideASign(Roads.of(LimitSource.NEIGHBOURS, 50));

        assertThat(at(network, north).all()).allMatch(match -> match.confidence() < 0.9f);
    }

    @Test
    void betweenASignAndAnEstimateItIsTheNearerRoad() {
        RoadNetwork network = besideASign(Roads.of(LimitSource.LEGAL_DEFAULT, 50));

        assertThat(at(network, 2).all()).extracting(Match::key).containsOnly(Roads.key(network, 1));
        assertThat(at(network, 10).all())
                .extracting(Match::key)
                .containsOnly(Roads.key(network, 2));
    }

    @Test
    void aSignAndAZoneThatSayTheSameAreAsGoodAsOne() {
        RoadNetwork network = besideASign(Roads.of(LimitSource.ZONE, 50));

        assertThat(at(network, 6).all()).allMatch(match -> match.confidence() > 0.9f);
    }
}
