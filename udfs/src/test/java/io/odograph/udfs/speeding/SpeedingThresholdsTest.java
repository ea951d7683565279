// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.Rule;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpeedingThresholdsTest {

    @Test
    void everyThresholdCanBeOverriddenByItsName() {
        Map<String, Double> names = SpeedingThresholds.DEFAULTS.byName();
        assertThat(names).hasSize(SpeedingThresholds.class.getRecordComponents().length);
        Map<String, Double> others = new TreeMap<>();
        names.forEach((name, value) -> others.put(name, value + others.size() + 1));

        assertThat(SpeedingThresholds.DEFAULTS.with(others).byName()).isEqualTo(others);
        assertThat(SpeedingThresholds.DEFAULTS.with(Map.of()))
                .isEqualTo(SpeedingThresholds.DEFAULTS);
        assertThat(names.keySet()).allMatch(name -> name.startsWith("speeding."));
    }

    @Test
    void thresholdsOfARuleArePutTogetherOnce() {
        RulesInForce rules = new RulesInForce(SpeedingThresholds.DEFAULTS);
        Rule rule = rule(30);

        assertThat(rules.at(rule)).isSameAs(rules.at(rule));
        assertThat(rules.at(rule).minDuration()).isEqualTo(30);
        assertThat(rules.label()).isEqualTo("rule@1");
        assertThat(rules.at(null)).isSameAs(SpeedingThresholds.DEFAULTS);
        assertThat(rules.label()).isNull();
        for (int i = 0; i < 3_000; i++) {
            assertThat(rules.at(rule(i)).minDuration()).isEqualTo(i);
        }
    }

    private static Rule rule(double minDuration) {
        return new Rule(
                "rule",
                1,
                SpeedingDetector.NAME,
                null,
                null,
                null,
                null,
                null,
                0,
                Long.MAX_VALUE,
                Map.of(SpeedingThresholds.MIN_DURATION, minDuration));
    }
}
