// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpisodesTest {

    private static final double UNKNOWN = Double.NaN;

    @Test
    void anEpisodeIsToldWithEverythingThatWasMeasured() {
        EpisodeRun run = new EpisodeRun();
        run.drive(0, 4, 50, 50).drive(5, 14, 65, 50).drive(15, 25, 75, 50).drive(26, 40, 50, 50);

        assertThat(run.kinds()).containsExactly(Kind.START, Kind.BAND, Kind.END);
        SpeedingFacts start = run.told.get(0).facts();
        assertThat(run.told.get(0).time()).isEqualTo(15_000);
        assertThat(start.start()).isEqualTo(5_000);
        assertThat(start.endReason()).isNull();
        SpeedingFacts end = run.theEnded();
        assertThat(end.start()).isEqualTo(5_000);
        assertThat(end.end()).isEqualTo(25_000);
        assertThat(end.duration()).isEqualTo(20_000);
        assertThat(end.endReason()).isEqualTo(EndReason.BELOW_LIMIT);
        assertThat(end.band()).isEqualTo(SpeedBand.MAJOR);
        assertThat(end.peakSpeed()).isEqualTo(75);
        assertThat(end.peakExcess()).isEqualTo(25);
        assertThat(end.peakTime()).isEqualTo(15_000);
        // 9 s at 15, 1 s from 15 to 25, 10 s at 25.
        assertThat(end.speedSeconds()).isCloseTo(9 * 15 + 20 + 250, within(1e-9));
        assertThat(end.meanExcess()).isCloseTo(405 / 20.0, within(1e-9));
        assertThat(end.distance()).isCloseTo((9 * 65 + 70 + 10 * 75) / 3.6, within(1e-9));
        assertThat(end.matchedShare()).isEqualTo(1);
        assertThat(end.matchConfidence()).isCloseTo(0.95, within(1e-6));
        assertThat(end.roadName()).isEqualTo("road 50");
        assertThat(end.startPlace().longitude()).isCloseTo(8.69005, within(1e-9));
        assertThat(end.limit().value()).isEqualTo(50);
        assertThat(end.limit().share()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // limit, speed, whether above: tolerance is 10 km/h up to 100, then 10 %
        "30, 40, false",
        "30, 40.1, true",
        "100, 110, false",
        "100, 110.1, true",
        "130, 142, false",
        "130, 143.1, true",
        "Infinity, 250, false",
        "NaN, 250, false",
    })
    void theToleranceIsTheLargerOfBoth(double limit, double speed, boolean above) {
        EpisodeRun run = new EpisodeRun().drive(0, 20, speed, limit).silence();

        assertThat(run.kinds().contains(Kind.START)).isEqualTo(above);
    }

    @ParameterizedTest
    @CsvSource({
        // limit, speed, band: Lightfoot's pairs of bounds
        "50, 65.9, MINOR",
        "50, 66, MAJOR",
        "50, 79.9, MAJOR",
        "50, 80, SEVERE",
        "100, 124, MINOR",
        "100, 125, MAJOR",
        "100, 139, MAJOR",
        "100, 140, SEVERE",
        "30, 60, SEVERE",
    })
    void bandsNeedAnAbsoluteAndARelativeExcess(double limit, double speed, SpeedBand band) {
        EpisodeRun run = new EpisodeRun().drive(0, 20, speed, limit).silence();

        assertThat(run.theEnded().band()).isEqualTo(band);
    }

    @Test
    void whatIsTooShortIsNotTold() {
        assertThat(new EpisodeRun().drive(0, 9, 80, 50).drive(10, 30, 50, 50).told).isEmpty();
        assertThat(new EpisodeRun().drive(0, 10, 80, 50).drive(11, 30, 50, 50).told).hasSize(2);
    }

    @Test
    void anExcessThatReturnsSoonIsTheSameEpisode() {
        EpisodeRun merged = new EpisodeRun();
        merged.drive(0, 12, 65, 50).drive(13, 16, 50, 50).drive(17, 30, 65, 50).silence();
        assertThat(merged.theEnded().duration()).isEqualTo(30_000);
        // The dip counts with what was above the limit in it.
        assertThat(merged.theEnded().speedSeconds())
                .isCloseTo(12 * 15 + 7.5 + 7.5 + 13 * 15, within(1e-9));

        EpisodeRun apart = new EpisodeRun();
        apart.drive(0, 12, 65, 50).drive(13, 17, 50, 50).drive(18, 30, 65, 50).silence();
        assertThat(apart.ended()).hasSize(2);
        assertThat(apart.ended().get(0).end()).isEqualTo(12_000);
        assertThat(apart.ended().get(1).start()).isEqualTo(18_000);
    }

    @Test
    void anExcessAroundTheToleranceDoesNotFlicker() {
        EpisodeRun run = new EpisodeRun();
        run.drive(0, 5, 61, 50).drive(6, 30, 58, 50).drive(31, 60, 57, 50);

        assertThat(run.theEnded().end()).isEqualTo(30_000);
    }

    @Test
    void whoFellBelowMustExceedTheToleranceAnew() {
        EpisodeRun run = new EpisodeRun();
        run.drive(0, 20, 61, 50).drive(21, 21, 50, 50).drive(22, 60, 59, 50);

        assertThat(run.theEnded().end()).isEqualTo(20_000);
    }

    @Test
    void aBandCountsWhenItHasHeld() {
        EpisodeRun blip = new EpisodeRun();
        blip.drive(0, 12, 65, 50).drive(13, 15, 90, 50).drive(16, 20, 65, 50).silence();
        assertThat(blip.theEnded().band()).isEqualTo(SpeedBand.MINOR);
        assertThat(blip.theEnded().peakSpeed()).isEqualTo(90);

        EpisodeRun held = new EpisodeRun();
        held.drive(0, 12, 65, 50).drive(13, 16, 90, 50).drive(17, 20, 65, 50).silence();
        assertThat(held.kinds()).containsExactly(Kind.START, Kind.BAND, Kind.END);
        assertThat(held.theEnded().band()).isEqualTo(SpeedBand.SEVERE);
    }

    @Test
    void aBandThatIsKnownAtTheStartIsToldWithIt() {
        EpisodeRun run = new EpisodeRun().drive(0, 20, 90, 50).silence();

        assertThat(run.kinds()).containsExactly(Kind.START, Kind.END);
        assertThat(run.told.get(0).facts().band()).isEqualTo(SpeedBand.SEVERE);
    }

    @Test
    void atSlowSamplingTwoReportsAboveAreAnEpisode() {
        EpisodeRun two = new EpisodeRun().report(0, 50, 50).report(15_000, 70, 50);
        two.report(30_000, 70, 50).report(45_000, 50, 50);
        assertThat(two.theEnded().start()).isEqualTo(15_000);
        assertThat(two.theEnded().end()).isEqualTo(30_000);
        assertThat(two.theEnded().band()).isEqualTo(SpeedBand.MAJOR);

        EpisodeRun one = new EpisodeRun().report(0, 50, 50).report(30_000, 70, 50);
        assertThat(one.report(60_000, 50, 50).told).isEmpty();

        EpisodeRun apart = new EpisodeRun().report(0, 70, 50).report(15_000, 50, 50);
        assertThat(apart.report(30_000, 70, 50).report(45_000, 50, 50).told).isEmpty();
    }

    @Test
    void anEpisodeSurvivesAShortLossOfTheRoad() {
        EpisodeRun run = new EpisodeRun();
        run.drive(0, 12, 70, 50).drive(13, 50, 70, UNKNOWN).drive(51, 60, 70, 50);
        run.drive(61, 90, 50, 50);

        SpeedingFacts facts = run.theEnded();
        assertThat(facts.duration()).isEqualTo(60_000);
        assertThat(facts.matchedShare()).isEqualTo(23 / 61.0);
    }

    @Test
    void anEpisodeEndsAtTheLastReportBeforeALongLoss() {
        EpisodeRun run = new EpisodeRun();
        run.drive(0, 12, 70, 50).drive(13, 73, 70, UNKNOWN);

        assertThat(run.theEnded().end()).isEqualTo(12_000);
        assertThat(run.theEnded().endReason()).isEqualTo(EndReason.GAP);

        EpisodeRun silent = new EpisodeRun().drive(0, 12, 70, 50).drive(73, 90, 70, 50).silence();
        assertThat(silent.ended()).hasSize(2);
        assertThat(silent.ended().get(0).end()).isEqualTo(12_000);
    }

    /** Two seconds above the limit before a tunnel and one behind it prove nothing between. */
    @Test
    void aLongLossDoesNotMakeAShortExcessLong() {
        EpisodeRun run = new EpisodeRun();
        run.drive(0, 2, 70, 50).drive(3, 52, 70, UNKNOWN).drive(53, 54, 70, 50);

        assertThat(run.silence().told).isEmpty();
    }

    /** One second far above the limit before a tunnel and one behind it prove nothing between. */
    @Test
    void aLongLossDoesNotMakeABlipABand() {
        EpisodeRun run = new EpisodeRun();
        run.drive(0, 12, 65, 50).drive(13, 13, 90, 50).drive(14, 53, 70, UNKNOWN);
        run.drive(54, 54, 90, 50).drive(55, 60, 65, 50).silence();

        assertThat(run.theEnded().end()).isEqualTo(60_000);
        assertThat(run.theEnded().band()).isEqualTo(SpeedBand.MINOR);
    }

    @Test
    void whoStandsIsBelowAnyLimitWhetherKnownOrNot() {
        EpisodeRun run = new EpisodeRun();
        run.drive(0, 12, 70, 50).drive(13, 20, 0, UNKNOWN);

        assertThat(run.theEnded().endReason()).isEqualTo(EndReason.BELOW_LIMIT);
        assertThat(run.theEnded().end()).isEqualTo(12_000);
    }

    @Test
    void aLimitThatChangesBelongsToTheSameEpisode() {
        EpisodeRun run = new EpisodeRun();
        run.drive(0, 10, 90, 70).drive(11, 40, 90, 50).silence();

        SpeedingFacts facts = run.theEnded();
        assertThat(facts.limits()).extracting(SeenLimit::value).containsExactly(50f, 70f);
        assertThat(facts.limits().get(0).share()).isCloseTo(29 / 40.0, within(1e-9));
        assertThat(facts.limits().get(1).share()).isCloseTo(11 / 40.0, within(1e-9));
        assertThat(facts.peakLimit().value()).isEqualTo(50);
        assertThat(facts.wayId()).isEqualTo(50);
        assertThat(facts.roadName()).isEqualTo("road 50");
    }

    @Test
    void ofVeryManyLimitsTheLongestAreKept() {
        EpisodeRun run = new EpisodeRun();
        int second = 0;
        for (int i = 1; i <= 30; i++) {
            int until = second + (i == 3 ? 40 : 2);
            run.drive(second, until, 200, 20 + i);
            second = until + 1;
        }

        SpeedingFacts facts = run.silence().theEnded();
        assertThat(facts.limits()).hasSize(OpenEpisode.MAX_KINDS);
        assertThat(facts.limit().value()).isEqualTo(23);
        assertThat(facts.wayId()).isEqualTo(23);
    }

    @Test
    void identitiesStayApartWhereTheClockWasSetBack() {
        EpisodeRun run = new EpisodeRun().drive(0, 20, 70, 50).drive(21, 30, 50, 50);
        run.state.moveBack(30_000);
        run.drive(0, 20, 70, 50).silence();

        List<SpeedingFacts> ended = run.ended();
        assertThat(ended).hasSize(2);
        assertThat(run.told.stream().map(EpisodeRun.Told::episode).distinct())
                .containsExactly(0L, 1L);
    }

    @Test
    void aClockSetBackLeavesDurationsTrue() {
        EpisodeRun run = new EpisodeRun().drive(100, 120, 70, 50);
        run.state.moveBack(50_000);
        run.drive(71, 80, 70, 50).drive(81, 90, 50, 50);

        assertThat(run.theEnded().duration()).isEqualTo(30_000);
        assertThat(run.theEnded().start()).isEqualTo(50_000);
        assertThat(run.told.get(1).episode()).isEqualTo(100_000);
    }

    @Test
    void withoutToleranceAnyExcessCountsAndNothingElse() {
        SpeedingThresholds strict =
                SpeedingThresholds.DEFAULTS.with(
                        Map.of(
                                SpeedingThresholds.TOLERANCE_ABSOLUTE, 0.0,
                                SpeedingThresholds.TOLERANCE_RELATIVE, 0.0));

        assertThat(new EpisodeRun(strict).drive(0, 20, 50, 50).silence().told).isEmpty();
        assertThat(new EpisodeRun(strict).drive(0, 20, 50.1, 50).silence().told).hasSize(2);
    }
}
