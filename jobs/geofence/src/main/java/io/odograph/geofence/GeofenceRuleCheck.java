// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.reference.RuleCheck;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.reference.Rule;
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
record GeofenceRuleCheck(FenceThresholds options) implements RuleCheck {

    private static final Set<String> DURATIONS =
            Set.of(
                    FenceThresholds.MIN_INSIDE,
                    FenceThresholds.MIN_OUTSIDE,
                    FenceThresholds.DWELL,
                    FenceThresholds.UPDATE_EVERY);

    @Override
    public List<String> problems(Rule rule) {
        Map<String, Double> names = options.byOption();
        if (!names.keySet().containsAll(rule.thresholds().keySet())) {
            return List.of("a threshold is none of the geofence job's: " + names.keySet());
        }
        Configuration asOptions = new Configuration();
        options.with(rule.thresholds())
                .byOption()
                .forEach((name, value) -> asOptions.setString(name, text(name, value)));
        ConfigReader reader = new ConfigReader(asOptions);
        GeofenceConfig.thresholds(reader);
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
        } else if (name.equals(FenceThresholds.CONFIRMATIONS) && value == Math.rint(value)) {
            return Long.toString(Math.round(value));
        }
        return Double.toString(value);
    }
}
