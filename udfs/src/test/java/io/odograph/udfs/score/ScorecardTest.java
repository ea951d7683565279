// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.motion.HarshGrade;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardTest {

    private static final Scorecard CARD = Drives.scorecard();

    @Test
    void aScoreIsWhatItIsByHand() {
        DrivingTotals totals = Drives.braking(250, HarshGrade.HARSH, 10);
        totals.phoneKnown = totals.moving / 2;
        totals.phone = totals.phoneKnown / 10;

        Score score = CARD.score(Drives.exposure(totals));

        // Braking: (10 * 100 + 500 * 2) / 750 = 2.667 of 10. Phone, known over 125 km of it:
        // (12.5 + 500 * 0.4) / 625 = 0.34 of 1.
        assertThat(score.factors().get(0).value()).isEqualTo(4);
        assertThat(score.factors().get(0).shrunk()).isCloseTo(2_000 / 750.0, within(1e-12));
        assertThat(score.factors().get(0).penaltyHundredths()).isEqualTo(13_33);
        assertThat(score.factors().get(1).value()).isCloseTo(0.1, within(1e-12));
        assertThat(score.factors().get(1).knownKilometres()).isEqualTo(125);
        assertThat(score.factors().get(1).penalty()).isEqualTo(17);
        assertThat(score.value()).isEqualTo(69.67);
        assertThat(score.credibility()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void whatIsNotKnownCountsAsTheFleetDoesAndIsMarked() {
        Score score = CARD.score(Drives.exposure(Drives.driving(250)));

        ScoredFactor phone = score.factors().get(1);
        assertThat(phone.isKnown()).isFalse();
        assertThat(phone.value()).isNaN();
        assertThat(phone.shrunk()).isEqualTo(0.4);
        assertThat(phone.penalty()).isEqualTo(20);
        assertThat(score.factors().get(0).isKnown()).isTrue();
    }

    @Test
    void severeEventsCountInTheLowerGradesAsWell() {
        Exposure exposure = Drives.exposure(Drives.braking(100, HarshGrade.SEVERE, 3));

        assertThat(ScoreFactor.HARSH_BRAKING_PER_100KM.value(exposure)).isEqualTo(3);
        assertThat(ScoreFactor.SEVERE_BRAKING_PER_100KM.value(exposure)).isEqualTo(3);
        assertThat(ScoreFactor.EXTREME_BRAKING_PER_100KM.value(exposure)).isZero();
        assertThat(ScoreFactor.HARSH_ACCELERATION_PER_100KM.value(exposure)).isZero();
    }

    @Test
    void mileageIsWhatWasDrivenAndRatedByTheHour() {
        DrivingTotals totals = Drives.driving(100);
        totals.nightDistance = 20_000_000;
        totals.rushDistance = 30_000_000;

        Score score = CARD.score(Drives.exposure(totals));

        assertThat(score.kilometres()).isEqualTo(100);
        assertThat(score.ratedKilometres()).isEqualTo(110);
    }

    @Test
    void speedingIsNotKnownYet() {
        Exposure exposure = Drives.exposure(Drives.driving(100));

        assertThat(ScoreFactor.SPEEDING_SHARE.value(exposure)).isNaN();
        assertThat(ScoreFactor.SPEEDING_SHARE.shrunk(exposure, 0.05, 500)).isEqualTo(0.05);
    }

    @Test
    void aCurveIsStraightBetweenPointsAndLevelOutside() {
        ScoreCurve curve = new ScoreCurve(List.of(1.0, 2.0, 4.0), List.of(90.0, 50.0, 0.0));

        assertThat(List.of(curve.at(0), curve.at(1), curve.at(1.5), curve.at(3), curve.at(9)))
                .containsExactly(90.0, 90.0, 70.0, 25.0, 0.0);
    }

    @Test
    void aGoodScorecardHasNoProblems() {
        assertThat(CARD.problems()).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirPlaces() {
        ScoreCurve rises = new ScoreCurve(List.of(0.0, 0.0, 7.0), List.of(50.0, 60.0, Double.NaN));
        Scorecard card =
                new Scorecard(
                        "no name",
                        0,
                        0,
                        0,
                        -1,
                        Double.NaN,
                        List.of(
                                new ScorecardFactor(ScoreFactor.PHONE_SHARE, 10.001, 2, rises),
                                Drives.factor(ScoreFactor.PHONE_SHARE, 0, 0, 1),
                                Drives.factor(ScoreFactor.DISTANCE_KM, 20, 0, 1),
                                new ScorecardFactor(
                                        null, 20, 0, new ScoreCurve(List.of(), List.of()))));

        assertThat(String.join("\n", card.problems()))
                .contains(
                        "id: must",
                        "version: must",
                        "credibility_km: must be 1.0 to",
                        "mileage.night_factor: must be 0.0 to 10.0, is -1.0",
                        "mileage.rush_factor: must be 0.0 to 10.0, is NaN",
                        "factors[0].weight: must have at most two decimals, is 10.001",
                        "factors[0].fleet_mean: must be 0 to 1.0, is 2.0",
                        "factors[0].curve[1]: its first number must be above the one before",
                        "factors[0].curve[1]: its second number must not be above the one before",
                        "factors[0].curve[2]: its first number must be 0 to 1.0, is 7.0",
                        "factors[0].curve[2]: its second number must be 0 to 100, is NaN",
                        "factors[1].weight: must be above 0",
                        "factors[1].factor: phone_share is there twice",
                        "factors[2].factor: must be one of [harsh_braking_per_100km,",
                        "factors[3].factor: must be one of",
                        "factors[3].curve: must have 2 to 20 points, has 0",
                        "factors: their weights must add up to 100, and come to 50.0");
        assertThat(card.problems()).hasSize(17);
    }

    @Test
    void aScorecardWithoutFactorsIsNone() {
        Scorecard card = new Scorecard("a", 1, 0, 500, 1, 1, List.of());

        assertThat(card.problems()).containsExactly("factors: must have one at least");
    }

    @Test
    void theNewestInForceCountsUnlessARuleNamesAnother() {
        Scorecard byRule = Drives.scorecard(9, Dated.BY_RULE);
        Versions<Scorecard> versions =
                new Versions<>(
                        List.of(Drives.scorecard(2, 2_000), byRule, Drives.scorecard(1, 1_000)));

        assertThat(versions.at(999, Versions.NO_PIN)).isNull();
        assertThat(versions.at(1_999, Versions.NO_PIN)).extracting("version").isEqualTo(1L);
        assertThat(versions.at(2_000, Versions.NO_PIN)).extracting("version").isEqualTo(2L);
        assertThat(versions.at(2_000, 1)).extracting("version").isEqualTo(1L);
        assertThat(versions.at(500, 9)).isSameAs(byRule);
        assertThat(versions.at(2_000, 7)).extracting("version").isEqualTo(2L);
        assertThat(versions.problems("scorecards")).isEmpty();
        assertThat(versions.numbers()).containsExactly(1L, 2L, 9L);
    }

    @Test
    void versionsThatContradictEachOtherAreRefused() {
        Versions<Scorecard> versions =
                new Versions<>(
                        List.of(
                                Drives.scorecard(1, 5),
                                Drives.scorecard(1, 6),
                                Drives.scorecard(2, 6)));

        assertThat(versions.problems("scorecards"))
                .containsExactly(
                        "two scorecards have version 1",
                        "version 2 of the scorecards comes into force together with another");
    }
}
