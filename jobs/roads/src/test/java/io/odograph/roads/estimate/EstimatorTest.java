// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.roads.law.LegalLimit;
import io.odograph.roads.tags.Speed;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatorTest {

    private static final List<Speed> SPEEDS =
            List.of(Speed.kmh(30), Speed.kmh(50), Speed.kmh(100), Speed.mph(60), Speed.NONE);

    private static final int LAT = 494_000_000;
    private static final int LON = 86_900_000;

    private final List<Voter> voters = new ArrayList<>();

    /** A road some metres to the north. */
    private void road(int north, int value, double length, int name) {
        voters.add(new Voter(LAT + (int) (north / 0.01111949), LON, 0, value, length, name));
    }

    private static Place place(RoadClass roadClass, Speed law, double cap) {
        return new Place(LAT, LON, roadClass, 0, 7, new LegalLimit(law, List.of()), cap);
    }

    private Estimate estimate() {
        Place place = place(RoadClass.TERTIARY, Speed.kmh(100), 100);
        return new Estimator(voters, 2, SPEEDS).estimate(place);
    }

    @Test
    void nearRoadsCountMoreThanFarOnes() {
        road(50, 0, 100, -1);
        road(450, 1, 200, -1);

        Estimate estimate = estimate();

        assertThat(estimate.source()).isEqualTo(LimitSource.NEIGHBOURS);
        assertThat(estimate.speed()).isEqualTo(Speed.kmh(30));
        // 100 / (50 + 50) against 200 / (50 + 450).
        assertThat(estimate.agreement()).isCloseTo(1 / 1.4, within(0.001));
        assertThat(estimate.named()).isFalse();
    }

    @Test
    void longRoadsCountMoreThanShortOnes() {
        road(100, 0, 100, -1);
        road(-100, 1, 300, -1);

        assertThat(estimate().speed()).isEqualTo(Speed.kmh(50));
    }

    @Test
    void aRoadOfTheSameNameCountsMost() {
        road(100, 0, 100, -1);
        road(-100, 1, 300, -1);
        road(120, 0, 100, 7);

        Estimate estimate = estimate();

        assertThat(estimate.speed()).isEqualTo(Speed.kmh(30));
        assertThat(estimate.named()).isTrue();
    }

    @Test
    void oneVoteIsNoVote() {
        road(100, 0, 100, -1);

        assertThat(estimate().source()).isEqualTo(LimitSource.LEGAL_DEFAULT);
    }

    @Test
    void roadsOutOfReachDecideTheRegion() {
        for (int i = 0; i < 5; i++) {
            road(600 + 1000 * i, i < 3 ? 0 : 1, i < 3 ? 100 : 200, -1);
        }

        Estimate estimate = estimate();

        assertThat(estimate.source()).isEqualTo(LimitSource.REGIONAL);
        assertThat(estimate.speed()).isEqualTo(Speed.kmh(50));
        assertThat(estimate.agreement()).isCloseTo(4.0 / 7, within(0.001));
    }

    @Test
    void roadsOfAnotherGroupDoNotVote() {
        for (int i = 0; i < 9; i++) {
            voters.add(new Voter(LAT, LON, 1, 0, 100, 7));
        }

        assertThat(estimate().source()).isEqualTo(LimitSource.LEGAL_DEFAULT);
    }

    @Test
    void aVoteReachesOverTheEdgesOfCells() {
        for (int dLat = -400; dLat <= 400; dLat += 100) {
            for (int dLon = -280; dLon <= 280; dLon += 70) {
                voters.clear();
                int lat = LAT + (int) (dLat / 0.01111949);
                int lon = LON + (int) (dLon / 0.01111949 / 0.65);
                voters.add(new Voter(lat, lon, 0, 0, 100, -1));
                voters.add(new Voter(lat, lon, 0, 0, 100, -1));

                assertThat(estimate().source()).isEqualTo(LimitSource.NEIGHBOURS);
            }
        }
    }

    @Test
    void withNothingToGoByThereIsNoEstimate() {
        Place place = place(RoadClass.ROAD, null, Double.POSITIVE_INFINITY);

        assertThat(new Estimator(List.of(), 2, SPEEDS).estimate(place)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "LIVING_STREET, 1, 100, 20 km/h",
        "RESIDENTIAL, 2, 100, 60 km/h",
        "RESIDENTIAL, 3, 200, 35 mph",
        "RESIDENTIAL, 4, Infinity, 60 km/h",
        "RESIDENTIAL, 1, 100, 50 km/h",
        "SECONDARY, 2, 80, 80 km/h",
        "SECONDARY, 4, 100, 100 km/h",
        "MOTORWAY, 4, Infinity, none"
    })
    void theLawAndCommonSenseCapAnEstimate(
            RoadClass roadClass, int value, double cap, String text) {
        road(10, value, 100, -1);
        road(20, value, 100, -1);
        Speed law = Double.isFinite(cap) ? Speed.kmh((float) cap) : Speed.NONE;

        Estimate estimate = new Estimator(voters, 2, SPEEDS).estimate(place(roadClass, law, cap));

        assertThat(estimate.speed().text()).isEqualTo(text);
    }

    @Test
    void hiddenCellsDoNotVote() {
        road(10, 0, 100, -1);
        road(20, 0, 100, -1);
        Estimator estimator = new Estimator(voters, 2, SPEEDS);
        Place place = place(RoadClass.TERTIARY, Speed.kmh(100), 100);

        assertThat(estimator.estimate(place, Voter.fold(LAT, LON)).source())
                .isEqualTo(LimitSource.LEGAL_DEFAULT);
        assertThat(estimator.estimate(place, (Voter.fold(LAT, LON) + 1) % Voter.FOLDS).source())
                .isEqualTo(LimitSource.NEIGHBOURS);
    }
}
