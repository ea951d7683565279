// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.road.Fixes.Match;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoadMatcherTest {

    private static final double NONE = Double.NaN;

    private static double[] at(double east, double north) {
        return new double[] {east, north};
    }

    /** Road 1 from west to east, 2 km. */
    private static RoadNetwork straight() {
        Roads roads = new Roads();
        roads.road(roads.node(0, 0), roads.node(2_000, 0), 50);
        return roads.build();
    }

    @Test
    void theDirectionOfTravelIsThatOfTheHeading() {
        RoadNetwork network = straight();
        int east = Roads.key(network, 1);

        assertThat(new Fixes(network, 2).drive(0, 1, 9, at(500, 3), at(15, 0), 91).keys())
                .containsOnly(east);
        assertThat(new Fixes(network, 2).drive(0, 1, 9, at(500, 3), at(-15, 0), 268).keys())
                .containsOnly(east ^ 1);
    }

    @Test
    void theDirectionOfTravelIsThatOfTheProgressWhereThereIsNoHeading() {
        RoadNetwork network = straight();
        int east = Roads.key(network, 1);

        assertThat(new Fixes(network, 2).drive(0, 5, 9, at(500, 3), at(75, 0), NONE).keys())
                .containsOnly(east);
        assertThat(new Fixes(network, 2).drive(0, 5, 9, at(1_500, 3), at(-75, 0), NONE).keys())
                .containsOnly(east ^ 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {350, 359, 0, 1, 10, 360})
    void aHeadingAroundNorthIsNoSpecialCase(double heading) {
        Roads roads = new Roads();
        roads.road(roads.node(0, 0), roads.node(0, 2_000), 50);
        RoadNetwork network = roads.build();

        assertThat(new Fixes(network, 1).drive(0, 1, 5, at(2, 500), at(0, 15), heading).keys())
                .containsOnly(Roads.key(network, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, MatcherSettings.MAX_LAG})
    void everyFixIsToldOnceInOrderAndSoManyFixesLate(int lag) {
        Fixes fixes = new Fixes(straight(), lag);
        for (int i = 0; i < 20; i++) {
            fixes.at(i, 100 + 15 * i, 2, 54, 90);
            assertThat(fixes.told()).hasSize(Math.max(0, i + 1 - lag));
        }

        List<Match> all = fixes.all();

        assertThat(all).extracting(Match::time).isSorted().hasSize(20).doesNotHaveDuplicates();
        assertThat(all.get(0).broken()).isTrue();
        assertThat(all.subList(1, 20)).noneMatch(Match::broken);
        assertThat(all.get(7).offset()).isCloseTo(205, within(2f));
        assertThat(fixes.all()).hasSize(20);
    }

    @Test
    void aReceiverThatIsOffForAWhileDoesNotMoveTheVehicleToTheParallelRoad() {
        Roads roads = new Roads();
        int west = roads.node(0, 0);
        int east = roads.node(3_000, 0);
        int frontWest = roads.node(0, 25);
        int frontEast = roads.node(3_000, 25);
        roads.road(west, east, 100);
        roads.road(frontWest, frontEast, 30);
        roads.road(west, frontWest, 30);
        roads.road(east, frontEast, 30);
        RoadNetwork network = roads.build();
        Fixes fixes = new Fixes(network, 2).accuracy(8);
        for (int i = 0; i < 60; i++) {
            // Drifts to 16 m north, nearer to the frontage road, and back.
            double drift = 16 * Math.sin(Math.PI * i / 60);
            fixes.at(i, 200 + 25 * i, drift, 90, 90);
        }

        assertThat(fixes.keys()).containsOnly(Roads.key(network, 1));
    }

    /** Road 1 below, from west to east; road 2 on a bridge from south to north, not connected. */
    private static RoadNetwork bridge() {
        Roads roads = new Roads();
        roads.road(roads.node(-1_000, 0), roads.node(1_000, 0), 100);
        roads.road(roads.node(0, -1_000), roads.node(0, 1_000), 30);
        return roads.build();
    }

    @ParameterizedTest
    @ValueSource(doubles = {90, Double.NaN})
    void aBridgeIsNotTurnedOnto(double heading) {
        RoadNetwork network = bridge();

        Fixes fixes = new Fixes(network, 2).drive(0, 1, 61, at(-600, 4), at(20, 0), heading);

        assertThat(fixes.all())
                .extracting(Match::key)
                .contains(Roads.key(network, 1))
                .doesNotContain(Roads.key(network, 2), Roads.key(network, 2) ^ 1);
    }

    @Test
    void aRampIsToldFromTheMotorwayOnceTheyPart() {
        Roads roads = new Roads();
        int fork = roads.node(1_000, 0);
        roads.oneWay(roads.node(0, 0), fork, 120);
        roads.oneWay(fork, roads.node(3_000, 0), 120);
        roads.oneWay(fork, roads.node(2_000, 180), 60, 1_400, 20, 1_700, 70);
        RoadNetwork network = roads.build();
        Fixes onRamp = new Fixes(network, 2);
        Fixes onMotorway = new Fixes(network, 2);
        double[][] ramp = {{1_000, 0}, {1_400, 20}, {1_700, 70}, {2_000, 180}};
        for (int i = 0; i < 45; i++) {
            double east = 100 + 40 * i;
            onMotorway.at(i, east, 3, 144, 90);
            int leg = east < 1_400 ? 0 : east < 1_700 ? 1 : 2;
            double part = (east - ramp[leg][0]) / (ramp[leg + 1][0] - ramp[leg][0]);
            double north =
                    east < 1_000 ? 0 : ramp[leg][1] + part * (ramp[leg + 1][1] - ramp[leg][1]);
            double heading = east < 1_000 ? 90 : new double[] {87, 80, 70}[leg];
            onRamp.at(i, east, north + 3, 144, heading);
        }

        assertThat(onMotorway.all().get(40).key()).isEqualTo(Roads.key(network, 2));
        assertThat(onMotorway.all()).noneMatch(match -> match.key() == Roads.key(network, 3));
        assertThat(onRamp.all().get(40).key()).isEqualTo(Roads.key(network, 3));
        assertThat(onRamp.all().get(40).confidence()).isGreaterThan(0.98f);
    }

    @Test
    void confidenceIsLowWhereTheFixSaysLittle() {
        Roads roads = new Roads();
        roads.oneWay(roads.node(0, 0), roads.node(2_000, 0), 100);
        roads.oneWay(roads.node(0, 20), roads.node(2_000, 20), 50);
        RoadNetwork network = roads.build();

        Fixes between = new Fixes(network, 2).drive(0, 1, 9, at(500, 10), at(20, 0), 90);
        Fixes near = new Fixes(network, 2).drive(0, 1, 9, at(500, 0), at(20, 0), 90);

        assertThat(between.all()).allMatch(match -> match.confidence() < 0.6f);
        assertThat(near.all()).allMatch(match -> match.confidence() > 0.9f);
    }

    @Test
    void aRoughPositionWithoutADirectionIsNeverSure() {
        Fixes rough = new Fixes(straight(), 2).accuracy(12);
        Fixes fine = new Fixes(straight(), 2).accuracy(5);
        Fixes headed = new Fixes(straight(), 2).accuracy(12);
        rough.drive(0, 1, 9, at(500, 0), at(15, 0), NONE);
        fine.drive(0, 1, 9, at(500, 0), at(15, 0), NONE);
        headed.drive(0, 1, 9, at(500, 0), at(15, 0), 90);

        assertThat(rough.all()).allMatch(match -> match.confidence() < 0.9f);
        assertThat(fine.all()).allMatch(match -> match.confidence() > 0.9f);
        assertThat(headed.all()).allMatch(match -> match.confidence() > 0.9f);
    }

    @Test
    void roadsWithTheSameLimitAreAsGoodAsOne() {
        Roads roads = new Roads();
        roads.oneWay(roads.node(0, 0), roads.node(2_000, 0), 50);
        roads.oneWay(roads.node(0, 20), roads.node(2_000, 20), 50);

        Fixes between = new Fixes(roads.build(), 2).drive(0, 1, 9, at(500, 10), at(20, 0), 90);

        assertThat(between.all()).allMatch(match -> match.confidence() > 0.9f);
    }

    @Test
    void whoIsFarFromAllRoadsIsOnNone() {
        Fixes fixes = new Fixes(straight(), 2);
        fixes.drive(0, 1, 3, at(500, 0), at(10, 0), 90);
        fixes.drive(3, 1, 3, at(500, 300), at(10, 0), 90);
        fixes.drive(6, 1, 3, at(560, 0), at(10, 0), 90);

        List<Match> all = fixes.all();

        assertThat(all.subList(3, 6)).allMatch(match -> match.key() == RoadMatches.UNMATCHED);
        assertThat(all.subList(3, 6)).allMatch(match -> match.confidence() == 0 && match.broken());
        assertThat(all).filteredOn(match -> match.key() >= 0).hasSize(6);
        assertThat(all.get(6).broken()).isTrue();
        assertThat(all.get(7).broken()).isFalse();
    }

    @Test
    void whoIsBesideTheRoadRatherThanOnItIsHardlyTrusted() {
        Fixes fixes = new Fixes(straight(), 2).drive(0, 1, 5, at(500, 27), at(10, 0), 90);

        assertThat(fixes.all()).allMatch(match -> match.confidence() < 0.3f);
    }

    @Test
    void aTunnelConnectsAndALongSilenceDoesNot() {
        Fixes tunnel = new Fixes(straight(), 2);
        tunnel.at(0, 100, 0, 72, 90).at(1, 120, 0, 72, 90).at(61, 1_320, 0, 72, 90);
        Fixes silence = new Fixes(straight(), 2);
        silence.at(0, 100, 0, 72, 90).at(1, 120, 0, 72, 90).at(200, 1_320, 0, 72, 90);
        Fixes back = new Fixes(straight(), 2);
        back.at(10, 100, 0, 72, 90).at(11, 120, 0, 72, 90).at(9, 140, 0, 72, 90);

        assertThat(tunnel.all()).extracting(Match::broken).containsExactly(true, false, false);
        assertThat(silence.all()).extracting(Match::broken).containsExactly(true, false, true);
        assertThat(back.all()).extracting(Match::broken).containsExactly(true, false, true);
    }

    @Test
    void nothingConnectsRoadsBetweenWhichTurningIsForbidden() {
        Roads roads = new Roads();
        int middle = roads.node(0, 0);
        roads.oneWay(roads.node(-600, 0), middle, 50);
        roads.oneWay(middle, roads.node(600, 0), 50);
        roads.oneWay(middle, roads.node(0, 600), 50);
        RoadNetwork open = roads.build();
        roads.builder().forbidTurn(0, 4);
        RoadNetwork closed = roads.build();

        List<Match> turned = turningNorth(open).all();
        List<Match> forbidden = turningNorth(closed).all();

        assertThat(turned.get(14).key()).isEqualTo(Roads.key(open, 3));
        assertThat(turned.subList(1, 15)).noneMatch(Match::broken);
        assertThat(forbidden.get(14).key()).isEqualTo(Roads.key(closed, 3));
        assertThat(forbidden.subList(1, 15)).filteredOn(Match::broken).hasSize(1);
    }

    private static Fixes turningNorth(RoadNetwork network) {
        Fixes fixes = new Fixes(network, 2);
        fixes.drive(0, 2, 8, at(-160, 0), at(20, 0), 90);
        return fixes.drive(16, 2, 7, at(0, 10), at(0, 20), 0);
    }

    @Test
    void keysOfAnotherNetworkAreForgotten() {
        RoadNetwork before = straight();
        Fixes fixes = new Fixes(before, 2).drive(0, 1, 5, at(500, 0), at(15, 0), 90);

        List<Match> all = fixes.on(bridge()).drive(5, 1, 3, at(-500, 0), at(15, 0), 90).all();

        assertThat(all).extracting(Match::time).isSorted().hasSize(8);
        assertThat(all.subList(3, 5)).allMatch(match -> match.key() == RoadMatches.UNMATCHED);
        assertThat(all.get(5).broken()).isTrue();
        assertThat(all.get(5).key()).isGreaterThanOrEqualTo(0);
    }

    /** A town of blocks of 80 m with random limits, where much is near. */
    static RoadNetwork town(long seed) {
        Random random = new Random(seed);
        Roads roads = new Roads();
        int[][] nodes = new int[8][8];
        for (int x = 0; x < 8; x++) {
            for (int y = 0; y < 8; y++) {
                nodes[x][y] = roads.node(80 * x + random.nextInt(20), 80 * y + random.nextInt(20));
                int limit = 10 * (3 + random.nextInt(5));
                if (x > 0) {
                    roads.road(nodes[x - 1][y], nodes[x][y], limit);
                }
                if (y > 0) {
                    roads.oneWay(nodes[x][y - 1], nodes[x][y], limit);
                }
            }
        }
        return roads.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4})
    void aRestartAnywhereChangesNothingAndTheStateIsSmall(int lag) {
        RoadNetwork network = town(7);
        for (long seed = 0; seed < 30; seed++) {
            Fixes whole = new Fixes(network, lag).accuracy(20);
            Fixes parts = new Fixes(network, lag).accuracy(20);
            Random random = new Random(seed);
            double east = 250;
            double north = 250;
            for (int i = 0; i < 60; i++) {
                east += random.nextGaussian() * 15;
                north += random.nextGaussian() * 15;
                double heading = random.nextInt(4) == 0 ? NONE : random.nextInt(360);
                whole.at(i * 2, east, north, 40, heading);
                parts.at(i * 2, east, north, 40, heading);
                parts = random.nextInt(3) == 0 ? parts.restart() : parts;
                assertThat(whole.stateBytes()).isLessThanOrEqualTo(lag <= 2 ? 400 : 1_000);
            }

            assertThat(parts.all()).isEqualTo(whole.all()).hasSize(60);
        }
    }
}
