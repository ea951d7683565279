// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static io.odograph.udfs.crash.CrashEdge.Kind.AT_REST;
import static io.odograph.udfs.crash.CrashEdge.Kind.DROVE_ON;
import static io.odograph.udfs.crash.CrashEdge.Kind.IMPACT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.crash.CrashEdge.Kind;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrashDetectorTest {

    private final CrashDetector detector = new CrashDetector(CrashThresholds.DEFAULTS);
    private final CrashState state = detector.newState();
    private final List<CrashEdge> edges = new ArrayList<>();

    @Test
    void anImpactThenRestGivesBothEdges() {
        run(Drive.of("car").driving(60, 20).impact(60, 30).resting(15));

        assertThat(kinds()).containsExactly(IMPACT, AT_REST);
        CrashEdge impact = edges.get(0);
        assertThat(impact.time()).isBetween(Drive.START + 20_900, Drive.START + 21_100);
        assertThat(impact.speedBefore()).isEqualTo(60);
        assertThat(impact.deltaV()).isBetween(29.0, 31.0);
        assertThat(impact.position()).isNotNull();
        assertThat(edges.get(1).time()).isEqualTo(Drive.START + 21_000);
    }

    @Test
    void anImpactThenDrivingOnIsNoCrash() {
        run(Drive.of("car").driving(60, 20).impact(60, 12).driving(60, 20).resting(30));

        assertThat(kinds()).containsExactly(IMPACT, DROVE_ON);
    }

    @Test
    void drivingWithoutImpactGivesNothing() {
        run(Drive.of("car").driving(60, 20).impact(60, 7.5).resting(60).driving(30, 20));

        assertThat(edges).isEmpty();
    }

    @Test
    void aBlowToAParkedVehicleIsNotThisRulesWork() {
        run(Drive.of("car").resting(20).impact(0, 30).resting(20));

        assertThat(edges).isEmpty();
    }

    @Test
    void anAirbagIsAnImpactWhateverTheSpeedAndOnlyOnce() {
        run(Drive.of("car").driving(20, 5).airbag().airbag().resting(20).airbag());

        assertThat(kinds()).containsExactly(IMPACT, AT_REST);
        assertThat(edges.get(0).airbagDeployed()).isTrue();
        assertThat(edges.get(0).deltaV()).isNaN();
    }

    @Test
    void evidenceThatFollowsTheFirstImpactIsOnTheLaterEdge() {
        run(Drive.of("car").driving(60, 20).airbag().impact(40, 33).impact(10, 12).resting(15));

        assertThat(kinds()).containsExactly(IMPACT, AT_REST);
        assertThat(edges.get(0).deltaV()).isNaN();
        assertThat(edges.get(1).deltaV()).isBetween(32.0, 34.0);
        assertThat(edges.get(1).airbagDeployed()).isTrue();
        assertThat(edges.get(1).rolledOver()).isFalse();
    }

    @Test
    void furtherImpactsBelongToTheSameIncident() {
        run(Drive.of("car").driving(60, 20).impact(60, 30).impact(40, 20).resting(15).impact(0, 9));

        assertThat(kinds()).containsExactly(IMPACT, AT_REST);
    }

    @Test
    void speedBeforeIsTheHighestOfTheLastTenSeconds() {
        run(Drive.of("car").driving(90, 5).driving(40, 7).impact(20, 30));
        assertThat(edges.get(0).speedBefore()).isEqualTo(90);

        edges.clear();
        state.impactTime = CrashState.NEVER;
        run(Drive.of("car").after(100_000).driving(90, 5).driving(40, 8).impact(20, 30));
        assertThat(edges.get(0).speedBefore()).isEqualTo(40);
    }

    @Test
    void speedsOfBeforeASilenceDoNotCount() {
        run(Drive.of("car").driving(90, 20).after(60_000).impact(0, 30).resting(15));

        assertThat(edges).isEmpty();
    }

    @Test
    void neitherRestNorDrivingOnEndsTheWatchAfterAMinute() {
        run(Drive.of("car").driving(60, 20).impact(60, 30).driving(10, 70).resting(20));

        assertThat(kinds()).containsExactly(IMPACT);
        assertThat(state.watching).isFalse();
    }

    @Test
    void aShortHaltIsNoRest() {
        run(
                Drive.of("car")
                        .driving(60, 20)
                        .impact(60, 12)
                        .resting(6)
                        .driving(20, 5)
                        .driving(50, 10));

        assertThat(kinds()).containsExactly(IMPACT, DROVE_ON);
    }

    @Test
    void aClockSetBackKeepsTheIncidentAndItsDurations() {
        for (long back : new long[] {-1_050, -20_000, -3_600_000}) {
            edges.clear();
            CrashState fresh = detector.newState();
            Drive.of("car")
                    .driving(60, 20)
                    .impact(60, 30)
                    .resting(4)
                    .after(back)
                    .resting(20)
                    .records()
                    .forEach(
                            r ->
                                    detector.accept(
                                            fresh,
                                            r,
                                            r.receivedAt(),
                                            VehicleContext.NONE,
                                            edges::add));

            assertThat(kinds()).as("back by " + back).containsExactly(IMPACT, AT_REST);
            assertThat(edges.get(1).incident()).isEqualTo(edges.get(0).time());
        }
    }

    @Test
    void aKerbDoesNotHideTheCrashBehindIt() {
        run(
                Drive.of("car")
                        .driving(60, 20)
                        .impact(60, 10)
                        .driving(60, 20)
                        .impact(60, 45)
                        .resting(15));

        assertThat(kinds()).containsExactly(IMPACT, DROVE_ON, IMPACT, AT_REST);
        assertThat(edges.get(3).incident()).isEqualTo(edges.get(2).time());
        assertThat(edges.get(3).deltaV()).isBetween(44.0, 46.0);
    }

    @Test
    void aWreckThatIsSwitchedOnAgainIsNoNewCrash() {
        run(Drive.of("wreck").airbag().resting(20));

        assertThat(edges).isEmpty();
    }

    @Test
    void anAirbagOfBeforeIsNoEvidenceOfALaterImpact() {
        run(
                Drive.of("car")
                        .driving(60, 20)
                        .airbag()
                        .resting(15)
                        .after(600_000)
                        .driving(60, 20)
                        .impact(60, 12)
                        .resting(15));

        assertThat(kinds()).containsExactly(IMPACT, AT_REST, IMPACT, AT_REST);
        assertThat(edges.get(1).airbagDeployed()).isTrue();
        assertThat(edges.get(3).airbagDeployed()).isFalse();
    }

    @Test
    void speedBeforeTheImpactCountsEvenIfTheRecordingComesLater() {
        List<Telemetry> drive = Drive.of("car").driving(60, 20).resting(40).records();
        ImuBurst burst = Drive.pulse(Drive.START + 20_000, 30);
        List<Telemetry> records = new ArrayList<>(drive);
        records.set(33, Drive.withBurst(drive.get(33), burst));
        records.forEach(
                r -> detector.accept(state, r, r.receivedAt(), VehicleContext.NONE, edges::add));

        assertThat(kinds()).containsExactly(IMPACT, AT_REST);
        assertThat(edges.get(0).speedBefore()).isEqualTo(60);
        assertThat(edges.get(0).time()).isEqualTo(Drive.START + 21_000);
    }

    private void run(Drive drive) {
        for (Telemetry record : drive.records()) {
            detector.accept(state, record, record.receivedAt(), VehicleContext.NONE, edges::add);
        }
    }

    private List<Kind> kinds() {
        return edges.stream().map(CrashEdge::kind).toList();
    }
}
