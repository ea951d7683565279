// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.reference.RuleCheck;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.reference.Rule;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeofenceRuleCheckTest {

    private final RuleCheck check = new GeofenceRuleCheck(FenceThresholds.DEFAULTS);

    @Test
    void everyThresholdOfFencesIsAcceptedAsItIs() {
        assertThat(check.problems(rule(FenceThresholds.DEFAULTS.byOption()))).isEmpty();
        assertThat(check.problems(rule(Map.of("geofence.update-every", 0.0)))).isEmpty();
        assertThat(check.problems(rule(Map.of("geofence.min-inside", 0.5)))).isEmpty();
    }

    @Test
    void otherThresholdsAreToldWhichThereAre() {
        Map<String, Double> thresholds =
                Map.of("geofence.hysteresis", 12.0, "speeding.hysteresis", 5.0);

        assertThat(check.problems(rule(thresholds)))
                .singleElement()
                .asString()
                .contains("geofence.hysteresis")
                .doesNotContain("speeding.hysteresis");
    }

    @Test
    void rangesAreThoseOfTheOptions() {
        Map<String, Double> thresholds =
                Map.of(
                        "geofence.confirmations", 2.5,
                        "geofence.hysteresis", 501.0,
                        "geofence.min-outside", 86_401.0,
                        "geofence.dwell", -1.0);

        assertThat(check.problems(rule(thresholds)))
                .anyMatch(problem -> problem.startsWith("geofence.confirmations: cannot be read"))
                .contains("geofence.hysteresis: must be 0.0 to 500.0, is 501.0")
                .anyMatch(
                        problem -> problem.startsWith("geofence.min-outside: must be 0 ms to 1 d"))
                .anyMatch(problem -> problem.startsWith("geofence.dwell: "))
                .hasSize(4);
        assertThat(check.problems(rule(Map.of("geofence.confirmations", 11.0))))
                .containsExactly("geofence.confirmations: must be 1 to 10, is 11");
    }

    private static Rule rule(Map<String, Double> thresholds) {
        return new Rule(
                "r", 1, "geofence", null, null, null, null, null, 0, Long.MAX_VALUE, thresholds);
    }
}
