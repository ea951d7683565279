// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobArguments;
import io.odograph.common.intake.IntakeOptions;
import io.odograph.common.kafka.KafkaOptions;
import io.odograph.common.reference.GeofenceOptions;
import io.odograph.common.reference.ReferenceOptions;
import io.odograph.common.vehicle.ClockOptions;
import io.odograph.testing.OptionTable;
import io.odograph.udfs.fence.FenceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeofenceOptionsTest {

    private static final Path README = Path.of("README.md");
    private static final Path PROPERTIES = Path.of("../../flink-conf/geofence.properties");

    @Test
    void theReadmeShowsEveryOption() throws Exception {
        table().assertIn(README);
    }

    @Test
    @Tag("generate")
    void writeTheOptionsIntoTheReadme() throws Exception {
        table().writeTo(README);
    }

    @Test
    void theOptionsFileShowsEveryDefaultAndIsAccepted(@TempDir Path folder) throws Exception {
        table().assertDefaultsIn(PROPERTIES);

        String uncommented = Files.readString(PROPERTIES).replaceAll("(?m)^#([a-z.-]+=)", "$1");
        Path file = Files.writeString(folder.resolve("geofence.properties"), uncommented);
        assertThatCode(
                        () ->
                                GeofenceJobConfig.from(
                                        JobArguments.parse("--config", file.toString())))
                .doesNotThrowAnyException();
    }

    @Test
    void theDefaultsAreThoseOfTheDetector() {
        assertThat(
                        GeofenceJobConfig.from(
                                        JobArguments.parse("--kafka.bootstrap.servers", "a:1"))
                                .pipeline()
                                .settings())
                .isEqualTo(FenceSettings.DEFAULTS);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(
                        () ->
                                GeofenceJobConfig.from(
                                        JobArguments.parse(
                                                "--geofence.confirmations", "11",
                                                "--geofence.hysteresis", "-1",
                                                "--geofence.min-inside", "2 d",
                                                "--geofence.dwell", "soon",
                                                "--geofence.max-gap", "100 ms",
                                                "--geofence.position.grid", "3",
                                                "--geofence.silence-after", "20 min",
                                                "--clock.retention", "15 min",
                                                "--alerts.geofence.delivery-guarantee", "maybe",
                                                "--reference.geofences.topic", "same",
                                                "--reference.rules.topic", "same",
                                                "--geofence.hysterisis", "9")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("kafka.bootstrap.servers: is needed")
                .hasMessageContaining("geofence.confirmations: must be 1 to 10, is 11")
                .hasMessageContaining("geofence.hysteresis: must be 0.0 to 500.0, is -1.0")
                .hasMessageContaining("geofence.min-inside: must be 0 ms to 1 d, is 2 d")
                .hasMessageContaining("geofence.dwell: cannot be read")
                .hasMessageContaining("geofence.max-gap: must be 1 s to 1 h, is 100 ms")
                .hasMessageContaining("geofence.position.grid: must be 0 or at least 10.0, is 3.0")
                .hasMessageContaining("geofence.silence-after: must be at most clock.retention")
                .hasMessageContaining("alerts.geofence.delivery-guarantee: ")
                .hasMessageContaining("reference.geofences.topic: must be different topics")
                .hasMessageContaining("geofence.hysterisis: is not an option of this job");
    }

    @Test
    void topicsMustDiffer() {
        assertThatThrownBy(
                        () ->
                                GeofenceJobConfig.from(
                                        JobArguments.parse(
                                                "--kafka.bootstrap.servers", "a:1",
                                                "--reference.geofences.topic", "fences",
                                                "--alerts.geofence.topic", "fences")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("must be three different topics");
    }

    private static OptionTable table() throws IllegalAccessException {
        return OptionTable.of(
                KafkaOptions.class,
                ReferenceOptions.class,
                GeofenceOptions.class,
                IntakeOptions.class,
                ClockOptions.class,
                BreachOptions.class);
    }
}
