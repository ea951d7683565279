// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.reference.RuleCheck;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.speeding.SpeedingThresholds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;

/**
 * Accepts rules whose thresholds, together with those that they leave alone, could be the job's own
 * options: the same names, ranges and relations.
 *
 * @param options thresholds by the job's options
 */
record SpeedingRuleCheck(SpeedingThresholds options) implements RuleCheck {

    private static final Set<String> DURATIONS =
            Set.of(
                    SpeedingThresholds.MIN_DURATION,
                    SpeedingThresholds.MERGE_GAP,
                    SpeedingThresholds.MAX_GAP,
                    SpeedingThresholds.LIMIT_DEBOUNCE,
                    SpeedingThresholds.BAND_HOLD);

    @Override
    public List<String> problems(Rule rule) {
        Map<String, Double> names = options.byName();
        if (!names.keySet().containsAll(rule.thresholds().keySet())) {
            return List.of("a threshold is none of speeding's: " + names.keySet());
        }
        Configuration asOptions = new Configuration();
        options.with(rule.thresholds())
                .byName()
                .forEach((name, value) -> asOptions.setString(name, text(name, value)));
        ConfigReader reader = new ConfigReader(asOptions);
        SpeedingConfig.thresholds(reader);
        try {
            reader.finish();
            return List.of();
        } catch (InvalidConfigException e) {
            return e.problems();
        }
    }

    /** A number as the option of its name is written; one that it cannot be stays a number. */
    private static String text(String name, double value) {
        if (DURATIONS.contains(name)) {
            return Math.round(value * 1000) + " ms";
        } else if (name.equals(SpeedingThresholds.ENABLED) && (value == 0 || value == 1)) {
            return Boolean.toString(value == 1);
        } else if (name.equals(SpeedingThresholds.INFERRED)) {
            return Inferred.spelling(value);
        }
        return Double.toString(value);
    }
}
