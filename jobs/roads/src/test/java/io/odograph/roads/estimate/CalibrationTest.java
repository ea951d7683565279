// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.roads.tags.Speed;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadClass;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private final Calibration calibration = new Calibration();

    private static Estimate estimate(RoadClass roadClass, double agreement) {
        return new Estimate(LimitSource.NEIGHBOURS, roadClass, agreement, false, Speed.kmh(50));
    }

    private void add(RoadClass roadClass, double agreement, Speed truth, int times) {
        for (int i = 0; i < times; i++) {
            calibration.add(estimate(roadClass, agreement), truth);
        }
    }

    @Test
    void confidenceIsTheMeasuredShareOfTheExact() {
        add(RoadClass.TERTIARY, 0.8, Speed.kmh(50), 9_000);
        add(RoadClass.TERTIARY, 0.8, Speed.kmh(30), 1_000);

        assertThat(calibration.confidence(estimate(RoadClass.TERTIARY, 0.8)))
                .isCloseTo(0.9, within(0.005));
    }

    @Test
    void agreementAndClassAreToldApart() {
        add(RoadClass.TERTIARY, 1, Speed.kmh(50), 1_000);
        add(RoadClass.TERTIARY, 0.6, Speed.kmh(30), 1_000);
        add(RoadClass.PRIMARY, 1, Speed.kmh(70), 1_000);

        assertThat(calibration.confidence(estimate(RoadClass.TERTIARY, 1))).isGreaterThan(0.95);
        assertThat(calibration.confidence(estimate(RoadClass.TERTIARY, 0.6))).isLessThan(0.05);
        assertThat(calibration.confidence(estimate(RoadClass.PRIMARY, 1))).isLessThan(0.05);
    }

    @Test
    void fewCasesBorrowFromAllClasses() {
        add(RoadClass.TERTIARY, 1, Speed.kmh(50), 1_000);
        add(RoadClass.PRIMARY, 1, Speed.kmh(70), 1);

        assertThat(calibration.confidence(estimate(RoadClass.PRIMARY, 1))).isGreaterThan(0.9);
    }

    @Test
    void withoutAnyCaseItIsLow() {
        assertThat(calibration.confidence(estimate(RoadClass.PRIMARY, 1))).isEqualTo(0.3);
        assertThat(calibration.upperBound(estimate(RoadClass.PRIMARY, 1))).isInfinite();
    }

    @Test
    void theUpperBoundHoldsNineteenOfTwenty() {
        add(RoadClass.TERTIARY, 0.8, Speed.kmh(30), 500);
        add(RoadClass.TERTIARY, 0.8, Speed.kmh(50), 400);
        add(RoadClass.TERTIARY, 0.8, Speed.kmh(70), 60);
        add(RoadClass.TERTIARY, 0.8, Speed.kmh(100), 40);

        assertThat(calibration.upperBound(estimate(RoadClass.TERTIARY, 0.8))).isEqualTo(70);
    }

    @Test
    void ofFewCasesNobodyKnowsABound() {
        add(RoadClass.TERTIARY, 0.8, Speed.kmh(50), 58);
        assertThat(calibration.upperBound(estimate(RoadClass.TERTIARY, 0.8))).isInfinite();

        add(RoadClass.TERTIARY, 0.8, Speed.kmh(50), 1);
        assertThat(calibration.upperBound(estimate(RoadClass.TERTIARY, 0.8))).isEqualTo(50);
    }

    @Test
    void aRoadWithoutLimitHasNoBound() {
        add(RoadClass.MOTORWAY, 0.8, Speed.NONE, 100);

        assertThat(calibration.upperBound(estimate(RoadClass.MOTORWAY, 0.8))).isInfinite();
    }

    @Test
    void unitsMakeNoDifference() {
        assertThat(Calibration.isExact(Speed.mph(65), Speed.kmh(105))).isTrue();
        assertThat(Calibration.isExact(Speed.kmh(50), Speed.kmh(51))).isFalse();
        assertThat(Calibration.isExact(Speed.NONE, Speed.NONE)).isTrue();
        assertThat(Calibration.isExact(Speed.kmh(130), Speed.NONE)).isFalse();
        assertThat(Calibration.isExact(Speed.WALK, Speed.kmh(7))).isTrue();
    }
}
