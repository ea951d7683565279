// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.demo.GroundTruth.Crash;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrashScoreTest {

    private static final long T = 1_772_434_800_000L; // 07:00:00

    @Test
    void everythingFoundAndNothingElseIsPerfect() {
        CrashScore score =
                score(List.of(crash("a", T), crash("b", T)), alert("a", T), alert("b", T + 5_000));

        assertThat(score.isPerfect()).isTrue();
        assertThat(score.pairs().found()).hasSize(2);
        assertThat(score.lines())
                .containsExactly(
                        "Crashes  expected 2, found 2, missed 0, false 0", "Stages   2 suspected");
    }

    @Test
    void anAlertTooFarFromTheImpactIsFalseAndTheCrashMissed() {
        CrashScore score = score(List.of(crash("a", T)), alert("a", T + 5_001));

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines())
                .contains(
                        "Crashes  expected 1, found 0, missed 1, false 1",
                        "         missed: a at 07:00:00",
                        "         false: a at 07:00:05");
    }

    @Test
    void anAlertOfAnotherVehicleFindsNothing() {
        CrashScore score = score(List.of(crash("a", T)), alert("b", T));

        assertThat(score.pairs().missed()).containsExactly(crash("a", T));
        assertThat(score.pairs().wrong()).containsExactly(alert("b", T));
    }

    @Test
    void twoAlertsForOneCrashAreOneTooMany() {
        CrashScore score =
                score(List.of(crash("a", T)), alert("a", T + 3_000), alert("a", T + 1_000));

        assertThat(score.pairs().found()).hasSize(1);
        assertThat(score.pairs().wrong()).containsExactly(alert("a", T + 3_000));
        assertThat(score.isPerfect()).isFalse();
    }

    @Test
    void revisionsOfOneAlertAreOneAlert() {
        SeenCrash first = alert("a", T);
        SeenCrash second = revision(first.alertId(), "a", T, 2, "CONFIRMED");

        CrashScore score = score(List.of(crash("a", T)), first, second);

        assertThat(score.isPerfect()).isTrue();
    }

    @Test
    void anAlertThatWasTakenBackIsNeitherFalseNorAFind() {
        SeenCrash kerb = alert("k", T);
        SeenCrash crash = alert("a", T);
        CrashScore score =
                score(
                        List.of(crash("a", T)),
                        kerb,
                        revision(kerb.alertId(), "k", T, 2, SeenCrash.DISMISSED),
                        crash,
                        revision(crash.alertId(), "a", T, 2, SeenCrash.DISMISSED));

        assertThat(score.pairs().wrong()).isEmpty();
        assertThat(score.pairs().missed()).containsExactly(crash("a", T));
        assertThat(score.lines()).contains("Stages   2 dismissed");
    }

    @Test
    void anAlertThatStandsOnTheTopicTwiceSpoilsIt() {
        CrashScore score = score(List.of(crash("a", T)), alert("a", T), alert("a", T));

        assertThat(score.pairs().found()).hasSize(1);
        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines()).contains("         repeated on the topic: 1");
    }

    @Test
    void twoCrashesOfAVehicleNeedTwoAlerts() {
        CrashScore score =
                score(List.of(crash("a", T), crash("a", T + 2_000)), alert("a", T + 1_000));

        assertThat(score.pairs().missed()).containsExactly(crash("a", T + 2_000));
    }

    private static CrashScore score(List<Crash> crashes, SeenCrash... alerts) {
        return CrashScore.of(crashes, List.of(alerts));
    }

    private static Crash crash(String vehicle, long time) {
        return new Crash(vehicle, time);
    }

    private static SeenCrash alert(String vehicle, long time) {
        return revision(vehicle + "-" + time, vehicle, time, 1, "SUSPECTED");
    }

    private static SeenCrash revision(
            String id, String vehicle, long time, int number, String stage) {
        return new SeenCrash(
                id, vehicle, time, number, stage, "IMPACT", "HIGH", null, null, null, null);
    }
}
