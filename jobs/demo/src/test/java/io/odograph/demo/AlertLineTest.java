// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlertLineTest {

    private static final long T = 1_772_434_800_000L; // 07:00:00 UTC

    @Test
    void namesTimeSeverityVehicleEvidenceAndPlace() {
        SeenAlert alert =
                new SeenAlert(
                        "id", "car-1", T, "CRITICAL", 43.6, 41.4, true, true, 48.0933, 11.44921);

        assertThat(AlertLine.format(alert).replaceAll(" {2,}", " | "))
                .isEqualTo(
                        "07:00:00 | CRITICAL | car-1 | impact, airbag, rollover, rest | delta-V 44 km/h |"
                                + " at 41 km/h | 48.09330, 11.44921");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        SeenAlert alert =
                new SeenAlert("id", "car-1", T, "HIGH", null, null, true, null, null, null);

        assertThat(AlertLine.format(alert).replaceAll(" {2,}", " | "))
                .isEqualTo("07:00:00 | HIGH | car-1 | airbag, rest | position unknown");
    }

    @Test
    void aRolloverWithoutARecordingIsNamed() {
        SeenAlert alert =
                new SeenAlert("id", "car-1", T, "HIGH", null, 60.0, false, true, 1.0, 2.0);

        assertThat(AlertLine.format(alert)).contains("  rollover, rest  ").contains("at 60 km/h");
    }

    @Test
    void columnsStandInOneLine() {
        SeenAlert full = new SeenAlert("i", "a", T, "CRITICAL", 43.6, 41.4, true, true, 1.0, 2.0);
        SeenAlert bare = new SeenAlert("i", "b", T, "HIGH", null, null, null, null, 1.0, 2.0);

        assertThat(AlertLine.format(full).indexOf("1.00000"))
                .isEqualTo(AlertLine.format(bare).indexOf("1.00000"));
    }
}
