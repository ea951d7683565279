// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.demo.GroundTruth.Geofence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GeofenceScoreTest {

    private static final long T = 1_772_434_800_000L; // 07:00:00
    private static final Geofence VISIT = new Geofence("a", "depot", T, T + 60_000);

    @Test
    void aVisitThatWasFoundOnceWithItsEndIsPerfect() {
        GeofenceScore score =
                score(
                        VISIT,
                        alert(1, "a", "depot", T + 1_000, 10, null),
                        alert(2, "a", "depot", T + 1_000, 60, "CROSSED_BACK"));

        assertThat(score.isPerfect()).isTrue();
        assertThat(score.lines())
                .containsExactly(
                        "Geofence expected 1, found 1, missed 0, false 0", "Fences   1 zone");
    }

    @Test
    void anAlertOfAnotherTimeVehicleOrFenceIsFalseAndTheVisitMissed() {
        GeofenceScore score =
                score(
                        VISIT,
                        alert(1, "a", "depot", T + 5_001, 55, "CROSSED_BACK"),
                        alert(1, "b", "depot", T, 60, "CROSSED_BACK"),
                        alert(1, "a", "yard", T, 60, "CROSSED_BACK"));

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines())
                .containsExactly(
                        "Geofence expected 1, found 0, missed 1, false 3",
                        "         missed: a at 07:00:00",
                        "         false: a at 07:00:05",
                        "         false: b at 07:00:00",
                        "         false: a at 07:00:00",
                        "Fences   none met");
    }

    @Test
    void anEndThatIsMissingOrWrongSpoilsIt() {
        GeofenceScore open = score(VISIT, alert(1, "a", "depot", T, 60, null));
        GeofenceScore late = score(VISIT, alert(1, "a", "depot", T, 70, "CROSSED_BACK"));

        assertThat(open.isPerfect()).isFalse();
        assertThat(open.lines()).contains("         wrong end: a at 07:00:00");
        assertThat(late.isPerfect()).isFalse();
    }

    @Test
    void whatIsNotOverMayEndAnyhow() {
        Geofence lasting = new Geofence("a", "depot", T, null);

        assertThat(score(lasting, alert(1, "a", "depot", T, 60, null)).isPerfect()).isTrue();
        assertThat(score(lasting, alert(2, "a", "depot", T, 900, "SILENCE")).isPerfect()).isTrue();
    }

    @Test
    void anAlertThatStandsOnTheTopicTwiceSpoilsIt() {
        SeenGeofence alert = alert(1, "a", "depot", T, 60, "CROSSED_BACK");
        GeofenceScore score = score(VISIT, alert, alert);

        assertThat(score.isPerfect()).isFalse();
        assertThat(score.lines()).contains("         repeated on the topic: 1");
    }

    private static GeofenceScore score(Geofence expected, SeenGeofence... alerts) {
        return GeofenceScore.of(List.of(expected), List.of(alerts));
    }

    private static SeenGeofence alert(
            int revision,
            String vehicle,
            String fence,
            long start,
            long seconds,
            @Nullable String endReason) {
        return new SeenGeofence(
                vehicle + fence + start,
                vehicle,
                start,
                revision,
                endReason == null ? "OPEN" : "CLOSED",
                endReason == null ? "ARRIVAL" : "DEPARTURE",
                endReason,
                "ZONE",
                "LOW",
                seconds * 1000,
                20,
                fence,
                null);
    }
}
