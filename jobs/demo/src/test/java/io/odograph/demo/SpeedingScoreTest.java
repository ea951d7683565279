// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.demo.GroundTruth.Speeding;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedingScoreTest {

    private static final long T = 1_772_434_800_000L; // 07:00:00
    private static final Speeding EPISODE = new Speeding("a", T, T + 60_000, "MAJOR");

    @Test
    void anEpisodeThatWasFoundOnceWithItsBandIsPerfect() {
        SpeedingScore score =
                score(
                        alert(1, "a", T + 1_000, 10, "OPEN", "MINOR"),
                        alert(2, "a", T + 1_000, 20, "UPDATED", "MAJOR"),
                        alert(3, "a", T + 1_000, 59, "CLOSED", "MAJOR"));

        assertThat(score.isPerfect()).isTrue();
        assertThat(score.lines())
                .containsExactly(
                        "Speeding expected 1, found 1, missed 0, false 0, right band 1",
                        "Bands    1 major");
    }

    @Test
    void anAlertOfAnotherTimeOrVehicleIsFalseAndTheEpisodeMissed() {
        SpeedingScore score =
                score(
                        alert(1, "a", T + 60_001, 20, "CLOSED", "MAJOR"),
                        alert(1, "a", T - 30_000, 29, "CLOSED", "MAJOR"),
                        alert(1, "b", T, 20, "CLOSED", "MAJOR"));

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines())
                .containsExactly(
                        "Speeding expected 1, found 0, missed 1, false 3, right band 0",
                        "         missed: a at 07:00:00",
                        "         false: a at 07:01:00",
                        "         false: a at 06:59:30",
                        "         false: b at 07:00:00",
                        "Bands    no episodes");
    }

    @Test
    void anEpisodeThatWasToldInTwoIsOneTooMany() {
        SpeedingScore score =
                score(
                        alert(1, "a", T + 1_000, 20, "CLOSED", "MAJOR"),
                        alert(1, "a", T + 30_000, 20, "CLOSED", "MAJOR"));

        assertThat(score.pairs().found()).hasSize(1);
        assertThat(score.pairs().wrong()).hasSize(1);
        assertThat(score.isPerfect()).isFalse();
    }

    @Test
    void anotherBandSpoilsIt() {
        SpeedingScore score = score(alert(1, "a", T, 60, "CLOSED", "SEVERE"));

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines()).contains("         SEVERE instead of MAJOR: a at 07:00:00");
    }

    @Test
    void anEpisodeWithoutEndSpoilsIt() {
        SpeedingScore score = score(alert(1, "a", T, 20, "OPEN", "MAJOR"));

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines()).contains("         not closed: a at 07:00:00");
    }

    @Test
    void anAlertThatStandsOnTheTopicTwiceSpoilsIt() {
        SeenSpeeding alert = alert(1, "a", T, 60, "CLOSED", "MAJOR");
        SpeedingScore score = score(alert, alert);

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines()).contains("         repeated on the topic: 1");
    }

    private static SpeedingScore score(SeenSpeeding... alerts) {
        return SpeedingScore.of(List.of(EPISODE), List.of(alerts));
    }

    private static SeenSpeeding alert(
            int revision, String vehicle, long start, long seconds, String status, String band) {
        return new SeenSpeeding(
                vehicle + start,
                vehicle,
                start,
                revision,
                status,
                "UNKNOWN",
                band,
                22,
                50,
                seconds * 1000,
                null);
    }
}
