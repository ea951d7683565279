// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.config.ConfigReader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;

/**
 * Checked settings of reference data; see {@link ReferenceOptions} and {@link SpeedLimitOptions}.
 *
 * @param rulesTopic topic of the rules, empty where none are read
 * @param vehiclesTopic topic of the vehicle profiles, empty where none are read
 * @param limitsTopic topic of the overrides of speed limits, empty where none are read
 */
public record ReferenceConfig(String rulesTopic, String vehiclesTopic, String limitsTopic)
        implements Serializable {

    /** Reads the settings of rules and profiles; problems stay with the reader. */
    public static ReferenceConfig read(ConfigReader reader) {
        return read(reader, List.of());
    }

    /** Reads those of speed limits as well, for a job that knows roads. */
    public static ReferenceConfig readWithLimits(ConfigReader reader) {
        return read(reader, List.of(SpeedLimitOptions.SPEED_LIMITS_TOPIC));
    }

    private static ReferenceConfig read(
            ConfigReader reader, List<ConfigOption<String>> limitOptions) {
        ReferenceConfig config =
                new ReferenceConfig(
                        reader.text(ReferenceOptions.RULES_TOPIC).strip(),
                        reader.text(ReferenceOptions.VEHICLES_TOPIC).strip(),
                        limitOptions.isEmpty() ? "" : reader.text(limitOptions.get(0)).strip());
        if (config.topics().size() < config.given().size()) {
            List<String> keys = new ArrayList<>();
            keys.add(ReferenceOptions.RULES_TOPIC.key());
            keys.add(ReferenceOptions.VEHICLES_TOPIC.key());
            limitOptions.forEach(option -> keys.add(option.key()));
            reader.problem(String.join(" and ", keys) + ": must be different topics");
        }
        return config;
    }

    /** Whether rules are read. */
    public boolean hasRules() {
        return !rulesTopic.isEmpty();
    }

    /** Whether vehicle profiles are read. */
    public boolean hasVehicles() {
        return !vehiclesTopic.isEmpty();
    }

    /** Whether overrides of speed limits are read. */
    public boolean hasLimits() {
        return !limitsTopic.isEmpty();
    }

    /** Topics that are read. */
    public Set<String> topics() {
        return new TreeSet<>(given());
    }

    private List<String> given() {
        List<String> given = new ArrayList<>(List.of(rulesTopic, vehiclesTopic, limitsTopic));
        given.removeIf(String::isEmpty);
        return given;
    }
}
