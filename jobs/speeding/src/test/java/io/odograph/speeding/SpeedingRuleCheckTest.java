// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.reference.RuleCheck;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.speeding.SpeedingThresholds;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeedingRuleCheckTest {

    private final RuleCheck check = new SpeedingRuleCheck(SpeedingThresholds.DEFAULTS);

    @Test
    void everyThresholdOfSpeedingIsAcceptedAsItIs() {
        assertThat(check.problems(rule(SpeedingThresholds.DEFAULTS.byName()))).isEmpty();
        assertThat(check.problems(rule(Map.of("speeding.enabled", 0.0)))).isEmpty();
        for (double inferred : new double[] {0, 1, 2}) {
            assertThat(check.problems(rule(Map.of("speeding.inferred", inferred)))).isEmpty();
        }
    }

    @Test
    void otherThresholdsAreToldWhichThereAre() {
        Map<String, Double> thresholds =
                Map.of("speeding.tolerance.absolute", 12.0, "crash.impact.delta-v", 50.0);

        assertThat(check.problems(rule(thresholds)))
                .singleElement()
                .asString()
                .contains("speeding.tolerance.absolute")
                .doesNotContain("crash.impact.delta-v");
    }

    @Test
    void rangesAndRelationsAreThoseOfTheOptions() {
        Map<String, Double> thresholds =
                Map.of(
                        "speeding.tolerance.relative", 101.0,
                        "speeding.max-gap", 0.5,
                        "speeding.enabled", 0.5,
                        "speeding.inferred", 3.0,
                        "speeding.band.major.absolute", 31.0,
                        "speeding.band.severe.relative", 24.0);

        assertThat(check.problems(rule(thresholds)))
                .contains("speeding.tolerance.relative: must be 0.0 to 100.0, is 101.0")
                .contains("speeding.max-gap: must be 1 s to 1 h, is 500 ms")
                .anyMatch(problem -> problem.startsWith("speeding.enabled: cannot be read"))
                .contains(
                        "speeding.inferred: must be one of [ignored, upper-bound, as-posted], is"
                                + " 3.0")
                .contains(
                        "speeding.band.major.absolute and speeding.band.severe.absolute: must not"
                                + " fall")
                .contains(
                        "speeding.band.major.relative and speeding.band.severe.relative: must not"
                                + " fall")
                .hasSize(6);
    }

    private static Rule rule(Map<String, Double> thresholds) {
        return new Rule(
                "r", 1, "speeding", null, null, null, null, null, 0, Long.MAX_VALUE, thresholds);
    }
}
