// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.reference.RuleCheck;
import io.odograph.udfs.crash.CrashThresholds;
import io.odograph.udfs.reference.Rule;
import java.time.Duration;
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
record CrashRuleCheck(CrashThresholds options) implements RuleCheck {

    private static final Set<String> DURATIONS =
            Set.of(
                    CrashThresholds.REST_DURATION,
                    CrashThresholds.CONFIRM_WITHIN,
                    CrashThresholds.FREE_FALL);

    @Override
    public List<String> problems(Rule rule) {
        Map<String, Double> names = options.byName();
        if (!names.keySet().containsAll(rule.thresholds().keySet())) {
            return List.of("a threshold is none of crash detection's: " + names.keySet());
        }
        Configuration asOptions = new Configuration();
        options.with(rule.thresholds())
                .byName()
                .forEach((name, value) -> asOptions.setString(name, text(name, value)));
        ConfigReader reader = new ConfigReader(asOptions);
        CrashConfig.thresholds(reader);
        try {
            reader.finish();
            return List.of();
        } catch (InvalidConfigException e) {
            return e.problems();
        }
    }

    private static String text(String name, double value) {
        return DURATIONS.contains(name)
                ? Duration.ofMillis(Math.round(value * 1000)).toMillis() + " ms"
                : Double.toString(value);
    }
}
