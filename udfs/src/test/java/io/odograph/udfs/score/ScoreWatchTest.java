// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.trip.TripEnd;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScoreWatchTest {

    private final Scores.Fold vehicle = new Scores.Fold(Drives.scorecard());

    @Test
    void aTripIsScoredOnceItHasEnded() {
        assertThat(vehicle.tell(Drives.trip(50, 1, null, Drives.driving(3)))).isEmpty();

        List<ScoreOutput> scores =
                vehicle.tell(Drives.trip(50, 2, TripEnd.IGNITION_OFF, Drives.driving(9)));

        assertThat(scores).hasSize(1);
        assertThat(scores.get(0).subject()).isEqualTo(ScoreSubject.TRIP);
        assertThat(scores.get(0).revision()).isEqualTo(2);
        assertThat(scores.get(0).end()).isEqualTo(900_050);
        assertThat(score(scores.get(0)).kilometres()).isEqualTo(9);
    }

    @Test
    void aTripIsScoredAgainOnlyIfItHasChanged() {
        vehicle.tell(Drives.trip(50, 2, TripEnd.GAP, Drives.driving(9)));

        assertThat(vehicle.tell(Drives.trip(50, 3, TripEnd.STANDSTILL, Drives.driving(9))))
                .isEmpty();
        assertThat(vehicle.tell(Drives.trip(50, 4, TripEnd.STANDSTILL, Drives.driving(10))))
                .extracting(ScoreOutput::revision)
                .containsExactly(4);
    }

    @Test
    void aTripThatWasNoneTakesItsScoreBackIfItHadOne() {
        vehicle.tell(Drives.trip(50, 2, TripEnd.GAP, Drives.driving(9)));

        assertThat(vehicle.tell(Drives.trip(50, 3, null, null)))
                .allMatch(ScoreOutput::retracted)
                .extracting(ScoreOutput::revision)
                .containsExactly(3);
        assertThat(vehicle.tell(Drives.trip(70, 2, null, null))).isEmpty();
    }

    @Test
    void theLastTripsAreRememberedAndNoMore() {
        for (int i = 0; i < 20; i++) {
            vehicle.tell(Drives.trip(i, 1, TripEnd.GAP, Drives.driving(9)));
        }

        assertThat(vehicle.track.trips).isEqualTo(8);
        // It may have been scored, which is not remembered.
        assertThat(vehicle.tell(Drives.trip(3, 2, null, null))).hasSize(1);
        assertThat(vehicle.tell(Drives.trip(15, 2, TripEnd.GAP, Drives.driving(9)))).isEmpty();
    }

    @Test
    void aDayIsScoredAloneAndWithTheThirtyDaysUpToIt() {
        vehicle.tell(Drives.day(0, 1, Drives.driving(100)));

        List<ScoreOutput> scores = vehicle.tell(Drives.day(3, 2, Drives.driving(50)));

        assertThat(scores)
                .extracting(ScoreOutput::subject)
                .containsExactly(ScoreSubject.DAY, ScoreSubject.ROLLING_30_DAYS);
        assertThat(score(scores.get(0)).kilometres()).isEqualTo(50);
        assertThat(score(scores.get(1)).kilometres()).isEqualTo(150);
        assertThat(scores).extracting(ScoreOutput::days).containsExactly(1, 2);
        assertThat(scores).extracting(ScoreOutput::revision).containsExactly(2, 3);
        assertThat(scores).extracting(ScoreOutput::start).containsOnly(Drives.startOf(3));
        assertThat(scores).extracting(ScoreOutput::end).containsOnly(Drives.startOf(4));
    }

    @Test
    void aDayThatIsRevisedRevisesThirtyDaysBehindItToo() {
        vehicle.tell(Drives.day(0, 1, Drives.driving(100)));
        vehicle.tell(Drives.day(1, 1, Drives.driving(100)));

        List<ScoreOutput> scores =
                vehicle.tell(Drives.day(0, 2, Drives.braking(100, HarshGrade.HARSH, 5)));

        assertThat(scores)
                .extracting(Scores::key)
                .containsExactly(
                        "DAY " + Drives.startOf(0),
                        "ROLLING_30_DAYS " + Drives.startOf(0),
                        "ROLLING_30_DAYS " + Drives.startOf(1));
        assertThat(scores).extracting(ScoreOutput::revision).containsExactly(2, 2, 3);
    }

    @Test
    void aDayThatScoresTheSameIsNotToldAgain() {
        vehicle.tell(Drives.day(0, 1, Drives.driving(100)));
        var warmer = Drives.driving(100);
        warmer.maxCoolant = 90;

        assertThat(vehicle.tell(Drives.day(0, 2, warmer))).isEmpty();
        assertThat(vehicle.tell(Drives.day(0, 1, Drives.driving(1)))).isEmpty();
    }

    @Test
    void aDayThatWasNoneTakesItsScoresBack() {
        vehicle.tell(Drives.day(0, 1, Drives.driving(100)));
        vehicle.tell(Drives.day(1, 1, Drives.driving(100)));

        List<ScoreOutput> scores = vehicle.tell(Drives.day(0, 2, null));

        assertThat(scores).extracting(ScoreOutput::retracted).containsExactly(true, true, false);
        assertThat(scores).extracting(ScoreOutput::revision).containsExactly(2, 2, 3);
        assertThat(score(scores.get(2)).kilometres()).isEqualTo(100);
    }

    @Test
    void aDayOfLongAgoIsScoredAlone() {
        vehicle.tell(Drives.day(40, 1, Drives.driving(100)));

        assertThat(vehicle.tell(Drives.day(9, 1, Drives.driving(100))))
                .extracting(ScoreOutput::subject)
                .containsExactly(ScoreSubject.DAY);
        assertThat(vehicle.tell(Drives.day(10, 1, Drives.driving(100))))
                .extracting(Scores::key)
                .containsExactly("DAY " + Drives.startOf(10));
        assertThat(vehicle.tell(Drives.day(11, 1, Drives.driving(100))))
                .extracting(Scores::key)
                .containsExactly(
                        "DAY " + Drives.startOf(11), "ROLLING_30_DAYS " + Drives.startOf(40));
    }

    @Test
    void stateIsBounded() {
        for (int i = 0; i < 200; i++) {
            vehicle.tell(Drives.day(i, 1, Drives.driving(100)));
        }

        assertThat(vehicle.track.days).hasSize(31);
    }

    @Test
    void aVehicleThatWasSilentForMonthsBeginsAnew() {
        vehicle.tell(Drives.trip(Drives.startOf(0), 1, TripEnd.GAP, Drives.driving(9)));
        vehicle.tell(Drives.day(0, 1, Drives.driving(9)));
        vehicle.tell(Drives.trip(Drives.startOf(63), 1, TripEnd.GAP, Drives.driving(9)));

        assertThat(vehicle.track.days).isEmpty();
        assertThat(vehicle.track.trips).isEqualTo(1);
    }

    @Test
    void whatNoScorecardIsInForceForIsNotScored() {
        Scores.Fold later = new Scores.Fold(Drives.scorecard(1, Drives.startOf(1)));

        assertThat(later.tell(Drives.day(0, 1, Drives.driving(100)))).isEmpty();
        List<ScoreOutput> scores = later.tell(Drives.day(1, 1, Drives.driving(100)));

        assertThat(score(scores.get(1)).kilometres()).isEqualTo(200);
    }

    @Test
    void aRuleNamesTheVersions() {
        Rule rule =
                new Rule(
                        "pin",
                        1,
                        ScoreRules.DETECTOR,
                        null,
                        null,
                        null,
                        null,
                        null,
                        0,
                        Long.MAX_VALUE,
                        Map.of(ScoreRules.SCORECARD_VERSION, 2.0, ScoreRules.MODEL_VERSION, 7.0));
        Scores.Fold pinned =
                new Scores.Fold(
                        (of, time) -> time >= 1_000 ? rule : null,
                        List.of(new Mileage(3, 0), new Mileage(7, Dated.BY_RULE)),
                        Drives.scorecard(1, 0),
                        Drives.scorecard(2, Dated.BY_RULE));

        ScoreOutput before = only(pinned, Drives.trip(999, 1, TripEnd.GAP, Drives.driving(5)));
        ScoreOutput from = only(pinned, Drives.trip(1_000, 1, TripEnd.GAP, Drives.driving(5)));

        assertThat(score(before).scorecardVersion()).isEqualTo(1);
        assertThat(before.model()).isEqualTo(new ModelResult("mileage", 3, 5));
        assertThat(score(from).scorecardVersion()).isEqualTo(2);
        assertThat(from.model()).isEqualTo(new ModelResult("mileage", 7, 5));
    }

    private static ScoreOutput only(Scores.Fold of, DrivingOutput output) {
        List<ScoreOutput> scores = of.tell(output);
        assertThat(scores).hasSize(1);
        return scores.get(0);
    }

    private static Score score(ScoreOutput output) {
        return Objects.requireNonNull(output.score());
    }

    /** A model that says how far was driven. */
    private record Mileage(long version, long effectiveFrom) implements RiskModel {

        @Override
        public ModelResult evaluate(Exposure exposure) {
            return new ModelResult("mileage", version, exposure.kilometres());
        }
    }
}
