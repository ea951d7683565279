// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertLineTest {

    private static final long T = 1_772_434_800_000L; // 07:00:00 UTC

    @Test
    void namesTimeVehicleStageSeverityAndPlace() {
        assertThat(
                        AlertLine.format(alert(43.6, 41.4, 48.0933, 11.44921))
                                .replaceAll(" {2,}", " | "))
                .isEqualTo(
                        "07:00:00 | car-1 | no contact silence | CRITICAL | delta-V 44 km/h |"
                                + " at 41 km/h | 48.09330, 11.44921");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(AlertLine.format(alert(null, null, null, null)).replaceAll(" {2,}", " | "))
                .isEqualTo("07:00:00 | car-1 | no contact silence | CRITICAL | position unknown");
    }

    @Test
    void columnsStandInOneLine() {
        assertThat(AlertLine.format(alert(43.6, 141.4, 1.0, 2.0)).indexOf("1.00000"))
                .isEqualTo(AlertLine.format(alert(null, null, 1.0, 2.0)).indexOf("1.00000"));
    }

    private static SeenAlert alert(Double deltaV, Double speed, Double latitude, Double longitude) {
        return new SeenAlert(
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
