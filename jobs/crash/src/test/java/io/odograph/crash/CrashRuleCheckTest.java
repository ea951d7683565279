// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.reference.RuleCheck;
import io.odograph.udfs.crash.CrashThresholds;
import io.odograph.udfs.reference.Rule;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrashRuleCheckTest {

    private final RuleCheck check = new CrashRuleCheck(CrashThresholds.DEFAULTS);

    @Test
    void thresholdsOfCrashDetectionAreAccepted() {
        assertThat(check.problems(rule(Map.of("crash.impact.delta-v", 12.0)))).isEmpty();
    }

    @Test
    void otherThresholdsAreToldWhichThereAre() {
        Map<String, Double> thresholds =
                Map.of("crash.impact.delta-v", 12.0, "speeding.limit", 50.0);

        assertThat(check.problems(rule(thresholds)))
                .singleElement()
                .asString()
                .contains("crash.impact.delta-v")
                .doesNotContain("speeding.limit");
    }

    @Test
    void rangesAndRelationsAreThoseOfTheOptions() {
        Map<String, Double> thresholds =
                Map.of(
                        "crash.impact.delta-v", 0.5,
                        "crash.rest.duration", 0.2,
                        "crash.speed-before", 4.0,
                        "crash.severity.severe", 60.0);

        assertThat(check.problems(rule(thresholds)))
                .contains("crash.impact.delta-v: must be 1.0 to 100.0, is 0.5")
                .contains("crash.rest.duration: must be 1 s to 10 min, is 200 ms")
                .contains("crash.speed-before: must be above crash.rest.speed")
                .anyMatch(problem -> problem.endsWith("must not fall"))
                .hasSize(4);
    }

    private static Rule rule(Map<String, Double> thresholds) {
        return new Rule(
                "r", 1, "crash", null, null, null, null, null, 0, Long.MAX_VALUE, thresholds);
    }
}
