// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.config.ConfigReader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;

/**
 * Checked settings of reference data; see {@link ReferenceOptions}, {@link SpeedLimitOptions} and
 * {@link GeofenceOptions}.
 *
 * @param rulesTopic topic of the rules, empty where none are read
 * @param vehiclesTopic topic of the vehicle profiles, empty where none are read
 * @param limitsTopic topic of the overrides of speed limits, empty where none are read
 * @param geofencesTopic topic of the geofences, empty where none are read
 */
public record ReferenceConfig(
        String rulesTopic, String vehiclesTopic, String limitsTopic, String geofencesTopic)
        implements Serializable {

    private static final Set<ConfigOption<String>> ALWAYS =
            Set.of(ReferenceOptions.RULES_TOPIC, ReferenceOptions.VEHICLES_TOPIC);

    /** Reads the settings of rules and profiles; problems stay with the reader. */
    public static ReferenceConfig read(ConfigReader reader) {
        return read(reader, Set.of());
    }

    /** Reads those of speed limits and of speed zones as well, for a job that knows roads. */
    public static ReferenceConfig readWithLimits(ConfigReader reader) {
        return read(
                reader,
                Set.of(SpeedLimitOptions.SPEED_LIMITS_TOPIC, GeofenceOptions.GEOFENCES_TOPIC));
    }

    /** Reads those of geofences as well, for a job that knows fences. */
    public static ReferenceConfig readWithFences(ConfigReader reader) {
        return read(reader, Set.of(GeofenceOptions.GEOFENCES_TOPIC));
    }

    private static ReferenceConfig read(ConfigReader reader, Set<ConfigOption<String>> more) {
        Map<String, String> topics = new LinkedHashMap<>();
        for (ConfigOption<String> option :
                List.of(
                        ReferenceOptions.RULES_TOPIC,
                        ReferenceOptions.VEHICLES_TOPIC,
                        SpeedLimitOptions.SPEED_LIMITS_TOPIC,
                        GeofenceOptions.GEOFENCES_TOPIC)) {
            if (ALWAYS.contains(option) || more.contains(option)) {
                topics.put(option.key(), reader.text(option).strip());
            }
        }
        ReferenceConfig config =
                new ReferenceConfig(
                        topic(topics, ReferenceOptions.RULES_TOPIC),
                        topic(topics, ReferenceOptions.VEHICLES_TOPIC),
                        topic(topics, SpeedLimitOptions.SPEED_LIMITS_TOPIC),
                        topic(topics, GeofenceOptions.GEOFENCES_TOPIC));
        if (config.topics().size() < config.given().size()) {
            String keys = String.join(" and ", topics.keySet());
            reader.problem(keys + ": must be different topics");
        }
        return config;
    }

    private static String topic(Map<String, String> topics, ConfigOption<String> option) {
        return topics.getOrDefault(option.key(), "");
    }

    /** The same without the geofences, which are then read in another way. */
    public ReferenceConfig withoutGeofences() {
        return new ReferenceConfig(rulesTopic, vehiclesTopic, limitsTopic, "");
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

    /** Whether geofences are read. */
    public boolean hasGeofences() {
        return !geofencesTopic.isEmpty();
    }

    /** Topics that are read. */
    public Set<String> topics() {
        return new TreeSet<>(given());
    }

    private List<String> given() {
        List<String> given =
                new ArrayList<>(List.of(rulesTopic, vehiclesTopic, limitsTopic, geofencesTopic));
        given.removeIf(String::isEmpty);
        return given;
    }
}
