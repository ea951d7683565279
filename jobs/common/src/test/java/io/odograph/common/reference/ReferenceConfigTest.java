// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

class ReferenceConfigTest {

    @Test
    void aJobThatKnowsFencesReadsTheirTopicAndNoneOfLimits() {
        ConfigReader reader =
                reader(Map.of("reference.rules.topic", "r", "reference.geofences.topic", " g "));

        ReferenceConfig config = ReferenceConfig.readWithFences(reader);

        reader.finish();
        assertThat(config).isEqualTo(new ReferenceConfig("r", "", "", "g"));
        assertThat(config.hasGeofences()).isTrue();
        assertThat(config.hasLimits()).isFalse();
        assertThat(config.topics()).containsExactly("g", "r");
    }

    @Test
    void whatAJobDoesNotKnowIsNoOptionOfIt() {
        ConfigReader reader = reader(Map.of("reference.geofences.topic", "g"));

        assertThat(ReferenceConfig.read(reader).hasGeofences()).isFalse();
        assertThatThrownBy(reader::finish)
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("reference.geofences.topic");
    }

    @Test
    void aJobThatKnowsRoadsReadsSpeedZonesToo() {
        ConfigReader reader =
                reader(
                        Map.of(
                                "reference.speed-limits.topic", "l",
                                "reference.geofences.topic", "g"));

        assertThat(ReferenceConfig.readWithLimits(reader).topics()).containsExactly("g", "l");
        reader.finish();
    }

    @Test
    void topicsAreDifferent() {
        ConfigReader reader =
                reader(
                        Map.of(
                                "reference.vehicles.topic",
                                "same",
                                "reference.geofences.topic",
                                "same"));
        ReferenceConfig.readWithFences(reader);

        assertThatThrownBy(reader::finish)
                .hasMessageContaining(
                        "reference.rules.topic and reference.vehicles.topic and"
                                + " reference.geofences.topic: must be different topics");
    }

    private static ConfigReader reader(Map<String, String> options) {
        return new ConfigReader(Configuration.fromMap(options));
    }
}
