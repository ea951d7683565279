// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.account.RecordAccount;
import io.odograph.demo.SampleData.ExpectedCrash;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoreboardTest {

    private static final long T = 1_772_434_800_000L; // 07:00:00
    private static final RecordAccount ACCOUNT =
            new RecordAccount(10, 7, 1, 1, new TreeMap<>(Map.of("TRUNCATED", 1L)));

    @Test
    void everythingFoundAndNothingElseIsPerfect() {
        Scoreboard scoreboard =
                score(List.of(crash("a", T), crash("b", T)), alert("a", T), alert("b", T + 5_000));

        assertThat(scoreboard.isPerfect()).isTrue();
        assertThat(scoreboard.found()).isEqualTo(2);
        assertThat(scoreboard.lines())
                .containsExactly(
                        "Crashes  expected 2, found 2, missed 0, false 0",
                        "Stages   2 suspected",
                        "Records  10 in = 7 used + 1 duplicate + 1 late + 1 dead-lettered",
                        "         1 TRUNCATED",
                        "Account  balances, as expected");
    }

    @Test
    void anAlertTooFarFromTheImpactIsFalseAndTheCrashMissed() {
        Scoreboard scoreboard = score(List.of(crash("a", T)), alert("a", T + 5_001));

        assertThat(scoreboard.isPerfect()).isFalse();
        assertThat(scoreboard.lines())
                .contains(
                        "Crashes  expected 1, found 0, missed 1, false 1",
                        "         missed: a at 07:00:00",
                        "         false: a at 07:00:05");
    }

    @Test
    void anAlertOfAnotherVehicleFindsNothing() {
        Scoreboard scoreboard = score(List.of(crash("a", T)), alert("b", T));

        assertThat(scoreboard.missed()).containsExactly(crash("a", T));
        assertThat(scoreboard.wrong()).containsExactly(alert("b", T));
    }

    @Test
    void twoAlertsForOneCrashAreOneTooMany() {
        Scoreboard scoreboard =
                score(List.of(crash("a", T)), alert("a", T + 3_000), alert("a", T + 1_000));

        assertThat(scoreboard.found()).isEqualTo(1);
        assertThat(scoreboard.wrong()).containsExactly(alert("a", T + 3_000));
        assertThat(scoreboard.isPerfect()).isFalse();
    }

    @Test
    void revisionsOfOneAlertAreOneAlert() {
        SeenAlert first = alert("a", T);
        SeenAlert second = revision(first.alertId(), "a", T, 2, "CONFIRMED");

        Scoreboard scoreboard = score(List.of(crash("a", T)), first, second);

        assertThat(scoreboard.isPerfect()).isTrue();
    }

    @Test
    void anAlertThatWasTakenBackIsNeitherFalseNorAFind() {
        SeenAlert kerb = alert("k", T);
        SeenAlert crash = alert("a", T);
        Scoreboard scoreboard =
                score(
                        List.of(crash("a", T)),
                        kerb,
                        revision(kerb.alertId(), "k", T, 2, SeenAlert.DISMISSED),
                        crash,
                        revision(crash.alertId(), "a", T, 2, SeenAlert.DISMISSED));

        assertThat(scoreboard.wrong()).isEmpty();
        assertThat(scoreboard.missed()).containsExactly(crash("a", T));
        assertThat(scoreboard.lines()).contains("Stages   2 dismissed");
    }

    @Test
    void anAlertThatStandsOnTheTopicTwiceSpoilsIt() {
        Scoreboard scoreboard = score(List.of(crash("a", T)), alert("a", T), alert("a", T));

        assertThat(scoreboard.found()).isEqualTo(1);
        assertThat(scoreboard.isPerfect()).isFalse();
        assertThat(scoreboard.lines()).contains("         repeated on the topic: 1");
    }

    @Test
    void twoCrashesOfAVehicleNeedTwoAlerts() {
        Scoreboard scoreboard =
                score(List.of(crash("a", T), crash("a", T + 2_000)), alert("a", T + 1_000));

        assertThat(scoreboard.missed()).containsExactly(crash("a", T + 2_000));
    }

    @Test
    void anAccountThatDoesNotBalanceSpoilsIt() {
        RecordAccount lost = new RecordAccount(11, 7, 1, 1, ACCOUNT.deadLettered());
        Scoreboard scoreboard =
                Scoreboard.of(new SampleData(List.of(), List.of(), lost), List.of(), lost);

        assertThat(scoreboard.isPerfect()).isFalse();
        assertThat(scoreboard.lines())
                .contains("Account  does not balance, 1 records unaccounted for");
    }

    @Test
    void anAccountOtherThanExpectedSpoilsItThoughItBalances() {
        RecordAccount other = new RecordAccount(10, 8, 0, 1, ACCOUNT.deadLettered());
        Scoreboard scoreboard =
                Scoreboard.of(new SampleData(List.of(), List.of(), ACCOUNT), List.of(), other);

        assertThat(scoreboard.isPerfect()).isFalse();
        assertThat(scoreboard.lines().get(scoreboard.lines().size() - 1))
                .startsWith("Account  balances, but expected was {\"in\":10,\"used\":7");
    }

    private static Scoreboard score(List<ExpectedCrash> crashes, SeenAlert... alerts) {
        return Scoreboard.of(new SampleData(List.of(), crashes, ACCOUNT), List.of(alerts), ACCOUNT);
    }

    private static ExpectedCrash crash(String vehicle, long time) {
        return new ExpectedCrash(vehicle, time);
    }

    private static SeenAlert alert(String vehicle, long time) {
        return revision(vehicle + "-" + time, vehicle, time, 1, "SUSPECTED");
    }

    private static SeenAlert revision(
            String id, String vehicle, long time, int number, String stage) {
        return new SeenAlert(
                id, vehicle, time, number, stage, "IMPACT", "HIGH", null, null, null, null);
    }
}
