// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.config.ConfigReader;
import java.io.Serializable;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checked settings of rules and vehicle profiles; see {@link ReferenceOptions}.
 *
 * @param rulesTopic topic of the rules, empty where none are read
 * @param vehiclesTopic topic of the vehicle profiles, empty where none are read
 */
public record ReferenceConfig(String rulesTopic, String vehiclesTopic) implements Serializable {

    /** Reads the settings; problems stay with the reader. */
    public static ReferenceConfig read(ConfigReader reader) {
        ReferenceConfig config =
                new ReferenceConfig(
                        reader.text(ReferenceOptions.RULES_TOPIC).strip(),
                        reader.text(ReferenceOptions.VEHICLES_TOPIC).strip());
        if (config.hasRules() && config.rulesTopic.equals(config.vehiclesTopic)) {
            reader.problem(
                    ReferenceOptions.RULES_TOPIC.key()
                            + " and "
                            + ReferenceOptions.VEHICLES_TOPIC.key()
                            + ": must be different topics");
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

    /** Topics that are read. */
    public Set<String> topics() {
        Set<String> topics = new TreeSet<>(Set.of(rulesTopic));
        topics.add(vehiclesTopic);
        topics.remove("");
        return topics;
    }
}
