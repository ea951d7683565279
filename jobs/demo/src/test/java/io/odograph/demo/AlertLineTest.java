// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertLineTest {

    private static final long T = 1_772_434_800_000L; // 07:00:00 UTC

    @Test
    void namesTimeVehicleStageSeverityAndPlace() {
        assertThat(AlertLine.of(alert(43.6, 41.4, 48.0933, 11.44921)).replaceAll(" {2,}", " | "))
                .isEqualTo(
                        "07:00:00 | car-1 | no contact silence | CRITICAL | delta-V 44 km/h |"
                                + " at 41 km/h | 48.09330, 11.44921");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(AlertLine.of(alert(null, null, null, null)).replaceAll(" {2,}", " | "))
                .isEqualTo("07:00:00 | car-1 | no contact silence | CRITICAL | position unknown");
    }

    @Test
    void columnsStandInOneLine() {
        assertThat(AlertLine.of(alert(43.6, 141.4, 1.0, 2.0)).indexOf("1.00000"))
                .isEqualTo(AlertLine.of(alert(null, null, 1.0, 2.0)).indexOf("1.00000"));
    }

    @Test
    void speedingNamesStatusBandSpeedLimitExcessDurationAndRoad() {
        assertThat(AlertLine.of(speeding("OPEN", "Schulstraße")).replaceAll(" {2,}", " | "))
                .isEqualTo(
                        "07:00:00 | car-1 | open | speeding | MAJOR | 51 where 30 | by 21 km/h |"
                                + " 63 s | Schulstraße");
        assertThat(AlertLine.of(speeding("CLOSED", null)).replaceAll(" {2,}", " | "))
                .isEqualTo(
                        "07:00:00 | car-1 | closed | below limit | MAJOR | 51 where 30 |"
                                + " by 21 km/h | 63 s");
    }

    @Test
    void aBreachNamesWhatHappenedTheFenceHowFarAndHowLong() {
        assertThat(
                        AlertLine.of(geofence("CLOSED", "RETURN", "CROSSED_BACK"))
                                .replaceAll(" {2,}", " | "))
                .isEqualTo(
                        "07:00:00 | car-1 | closed | return | MEDIUM | keep in | 120 m far | 63 s |"
                                + " Revier");
        assertThat(AlertLine.of(geofence("CLOSED", "ENDED", "SCHEDULE_ENDED")))
                .contains("closed     schedule ended");
        assertThat(AlertLine.of(geofence("OPEN", "BREACH", null)).indexOf("MEDIUM"))
                .isEqualTo(AlertLine.of(speeding("OPEN", null)).indexOf("MAJOR"));
    }

    private static SeenGeofence geofence(String status, String event, @Nullable String reason) {
        return new SeenGeofence(
                "id",
                "car-1",
                T,
                2,
                status,
                event,
                reason,
                "KEEP_IN",
                "MEDIUM",
                63_000,
                120.4,
                "district",
                "Revier");
    }

    @Test
    void bothKindsStandInTheSameColumns() {
        assertThat(AlertLine.of(speeding("OPEN", null)).indexOf("MAJOR"))
                .isEqualTo(AlertLine.of(alert(null, null, null, null)).indexOf("CRITICAL"));
    }

    private static SeenSpeeding speeding(String status, @Nullable String road) {
        return new SeenSpeeding(
                "id", "car-1", T, 2, status, "BELOW_LIMIT", "MAJOR", 20.9, 30, 63_000, road);
    }

    private static SeenCrash alert(Double deltaV, Double speed, Double latitude, Double longitude) {
        return new SeenCrash(
                "id",
                "car-1",
                T,
                2,
                "NO_CONTACT",
                "SILENCE",
                "CRITICAL",
                deltaV,
                speed,
                latitude,
                longitude);
    }
}
