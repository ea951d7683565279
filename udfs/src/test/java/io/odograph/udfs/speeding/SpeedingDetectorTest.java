// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.Detector;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fixes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeedingDetectorTest {

    private static final Roads TOWN = Roads.of(Roads.posted(50));

    private static Drive car() {
        return Drive.of("car");
    }

    private static long second(int second) {
        return Drive.START + second * 1_000L;
    }

    @Test
    void anEpisodeIsToldWhereItWasAndAgainstWhichLimit() {
        SpeedingRun run = new SpeedingRun(TOWN);
        run.take(car().driving(50, 20).driving(75, 30).driving(50, 20));

        assertThat(run.kinds()).containsExactly(Kind.START, Kind.END);
        SpeedingEdge start = run.edges.get(0);
        assertThat(start.vehicleId()).isEqualTo("car");
        assertThat(start.tenantId()).isEqualTo("acme");
        assertThat(start.episode()).isEqualTo(second(20));
        assertThat(start.time()).isEqualTo(second(30));
        // Answers come two fixes later.
        assertThat(start.receivedAt()).isEqualTo(second(32) + 200);
        SpeedingFacts facts = run.ended();
        assertThat(facts.start()).isEqualTo(second(20));
        assertThat(facts.end()).isEqualTo(second(49));
        assertThat(facts.peakExcess()).isEqualTo(25);
        assertThat(facts.peakSource()).isEqualTo(SpeedSource.WHEEL);
        assertThat(facts.wayId()).isEqualTo(1);
        assertThat(facts.roadName()).isEqualTo("Section 1");
        assertThat(facts.roadClass()).isEqualTo(RoadClass.PRIMARY);
        assertThat(facts.country()).isEqualTo("DE");
        assertThat(facts.startPlace().latitude()).isCloseTo(49.41, within(1e-9));
        assertThat(facts.startPlace().longitude())
                .isCloseTo(8.69 + (20 * 50 + 75) / 3.6 / 72_400, within(1e-6));
        assertThat(facts.limit().provenance()).isEqualTo(LimitProvenance.POSTED);
        assertThat(facts.matchConfidence()).isCloseTo(0.95, within(1e-6));
        assertThat(facts.matchedShare()).isEqualTo(1);
        assertThat(facts.roadVersion()).isEqualTo(TOWN.network().version());
        assertThat(facts.distance()).isCloseTo(29 * 75 / 3.6, within(1e-3));
    }

    @Test
    void whoKeepsToTheLimitsHasNoEdges() {
        Roads roads = Roads.of(Roads.posted(50)).then(600, Roads.posted(100));
        SpeedingRun run = new SpeedingRun(roads);
        run.take(car().driving(50, 40).driving(105, 60)).waitForEver();

        assertThat(run.edges).isEmpty();
        assertThat(run.detector.deadline(run.state)).isEqualTo(Detector.NO_DEADLINE);
    }

    @Test
    void aLimitThatFlickersMakesNoEpisode() {
        // At 72 km/h, 20 m/s, 40 m of a lower limit are two reports.
        Roads roads = Roads.of(Roads.posted(70));
        for (int metres = 300; metres < 3_000; metres += 100) {
            roads.then(metres, Roads.posted(30)).then(metres + 40, Roads.posted(70));
        }
        SpeedingRun run = new SpeedingRun(roads).take(car().driving(72, 150)).waitForEver();

        assertThat(run.edges).isEmpty();
    }

    @Test
    void aRoadThatIsNotSureIsHeldAgainstNobody() {
        SpeedingRun unsure = new SpeedingRun(TOWN, SpeedingSettings.DEFAULTS, 2, 0.89f);

        assertThat(unsure.take(car().driving(90, 60)).waitForEver().edges).isEmpty();
    }

    @Test
    void aRuleChangesThresholdsAndIsNamed() {
        Drive drive = car().driving(56, 60);
        SpeedingRun strict = new SpeedingRun(TOWN);
        strict.rule(
                0,
                Map.of(
                        SpeedingThresholds.TOLERANCE_ABSOLUTE, 5.0,
                        SpeedingThresholds.TOLERANCE_RELATIVE, 0.0));

        SpeedingFacts facts = strict.take(drive).waitForEver().ended();
        assertThat(facts.ruleVersion()).isEqualTo("calm@3");
        assertThat(facts.thresholds().toleranceAbsolute()).isEqualTo(5);
        assertThat(new SpeedingRun(TOWN).take(drive).waitForEver().edges).isEmpty();
    }

    @Test
    void anEpisodeKeepsTheThresholdsThatItBeganWith() {
        SpeedingRun run = new SpeedingRun(TOWN);
        run.rule(second(30), Map.of(SpeedingThresholds.TOLERANCE_ABSOLUTE, 40.0));
        run.take(car().driving(75, 60)).waitForEver();

        assertThat(run.ended().end()).isEqualTo(second(59));
        assertThat(run.ended().ruleVersion()).isNull();
    }

    @Test
    void anEpisodeAfterAGapBeginsWithTheThresholdsOfThen() {
        SpeedingRun run = new SpeedingRun(TOWN);
        run.rule(second(90), Map.of(SpeedingThresholds.TOLERANCE_ABSOLUTE, 40.0));
        run.take(car().driving(75, 30).after(70_000).driving(75, 30)).waitForEver();

        assertThat(run.ended().endReason()).isEqualTo(EndReason.GAP);
        assertThat(run.ended().end()).isEqualTo(second(29));
    }

    @Test
    void aRuleSwitchesSpeedingOffAndEndsWhatIsOpen() {
        SpeedingRun run = new SpeedingRun(TOWN);
        run.rule(second(30), Map.of(SpeedingThresholds.ENABLED, 0.0));
        run.take(car().driving(75, 60)).waitForEver();

        assertThat(run.kinds()).containsExactly(Kind.START, Kind.END);
        assertThat(run.ended().endReason()).isEqualTo(EndReason.SWITCHED_OFF);
        assertThat(run.ended().end()).isEqualTo(second(29));
    }

    @Test
    void reportsBetweenFixesAreHeldToTheRoadOfTheLastFix() {
        Drive drive = car();
        for (int i = 0; i < 20; i++) {
            drive.placed(true).driving(50, 1).placed(false).driving(i == 10 ? 75 : 50, 4);
        }
        SpeedingRun run = new SpeedingRun(TOWN);
        run.rule(0, Map.of(SpeedingThresholds.MIN_DURATION, 3.0));
        run.take(drive).waitForEver();

        // Only these reports were above, and they came before their fix was answered.
        assertThat(run.ended().start()).isEqualTo(second(51));
        assertThat(run.ended().end()).isEqualTo(second(54));
    }

    @Test
    void inATunnelTheRoadIsNotGuessedForLong() {
        SpeedingRun run = new SpeedingRun(TOWN);
        run.take(car().driving(75, 30).placed(false).driving(75, 100));

        SpeedingFacts facts = run.ended();
        assertThat(facts.endReason()).isEqualTo(EndReason.GAP);
        assertThat(facts.end()).isEqualTo(second(33));
    }

    @Test
    void anEpisodeSurvivesAShortTunnel() {
        SpeedingRun run = new SpeedingRun(TOWN);
        run.take(car().driving(75, 30).placed(false).driving(75, 40).placed(true).driving(75, 10));
        run.waitForEver();

        // It took three seconds to be sure of the first limit.
        assertThat(run.ended().duration()).isEqualTo(76_000);
        assertThat(run.ended().matchedShare()).isEqualTo(1);
    }

    @Test
    void fixesOffTheRoadsCountAsNotMatched() {
        Roads gap = Roads.of(Roads.posted(50)).then(500, RoadLimit.UNKNOWN);
        SpeedingRun run = new SpeedingRun(gap.then(700, Roads.posted(50)));
        run.take(car().driving(72, 60)).waitForEver();

        // At 20 m/s ten fixes have no limit, and after them it takes three seconds again.
        assertThat(run.ended().start()).isEqualTo(second(3));
        assertThat(run.ended().matchedShare()).isEqualTo(44 / 57.0);
    }

    @Test
    void aHeldPositionIsNotTakenForAPlace() {
        Roads roads = Roads.of(Roads.posted(50)).then(500, Roads.posted(100));
        Drive drive = car().driving(50, 30).held().driving(100, 60).found().driving(100, 20);

        assertThat(new SpeedingRun(roads).take(drive).waitForEver().edges).isEmpty();
    }

    @Test
    void aClockSetBackLeavesDurationsTrueAndOrderRight() {
        SpeedingRun run = new SpeedingRun(TOWN);
        List<Telemetry> records = car().driving(75, 60).driving(50, 20).records();
        for (int i = 0; i < records.size(); i++) {
            run.take(i < 30 ? records.get(i) : Fixes.setBack(records.get(i), 3_600_000));
        }

        assertThat(run.kinds()).containsExactly(Kind.START, Kind.END);
        // The second between the two clocks is lost, nothing else.
        assertThat(run.ended().duration()).isBetween(55_000L, 58_000L);
        assertThat(run.ended().end()).isEqualTo(second(59) - 3_600_000);
    }

    @Test
    void aLimitThatChangesWhileTheClockIsSetBackCountsSoonAllTheSame() {
        SpeedingRun run = new SpeedingRun(TOWN);
        List<Telemetry> records = car().driving(75, 60).records();
        for (int i = 0; i < records.size(); i++) {
            run.take(i < 2 ? records.get(i) : Fixes.setBack(records.get(i), 3_600_000));
        }

        assertThat(run.waitForEver().ended().start()).isLessThan(second(5) - 3_600_000);
    }

    @Test
    void silenceEndsAnEpisodeWithWhatWasHeldBack() {
        SpeedingRun run = new SpeedingRun(TOWN).take(car().driving(75, 30));
        long deadline = second(29) + 200 + 600_000;
        assertThat(run.detector.deadline(run.state)).isEqualTo(deadline);

        run.waitForEver();

        assertThat(run.kinds()).containsExactly(Kind.START, Kind.END);
        assertThat(run.ended().endReason()).isEqualTo(EndReason.SILENCE);
        assertThat(run.ended().end()).isEqualTo(second(29));
        assertThat(run.edges.get(1).releasedAt()).isEqualTo(deadline);
        assertThat(run.state.episode).isNull();
    }

    @Test
    void anotherRoadNetworkForgetsKeysAndNothingElse() {
        SpeedingRun run = new SpeedingRun(TOWN).take(car().driving(75, 30));
        Roads other = Roads.of(Roads.posted(30)).then(10, Roads.posted(50));
        SpeedingRun after = new SpeedingRun(other);
        after.state = run.restart().state;
        after.take(car().after(30_000).driving(0.001, 1).driving(75, 30)).waitForEver();

        assertThat(after.kinds()).containsExactly(Kind.END);
        assertThat(after.ended().roadVersion()).isEqualTo(TOWN.network().version());
    }
}
