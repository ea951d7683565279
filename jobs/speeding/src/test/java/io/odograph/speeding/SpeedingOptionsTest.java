// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobArguments;
import io.odograph.common.intake.IntakeOptions;
import io.odograph.common.kafka.KafkaOptions;
import io.odograph.common.reference.GeofenceOptions;
import io.odograph.common.reference.ReferenceOptions;
import io.odograph.common.reference.SpeedLimitOptions;
import io.odograph.common.roads.RoadOptions;
import io.odograph.common.vehicle.ClockOptions;
import io.odograph.testing.OptionTable;
import io.odograph.udfs.speeding.SpeedingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedingOptionsTest {

    private static final Path README = Path.of("README.md");
    private static final Path PROPERTIES = Path.of("../../flink-conf/speeding.properties");

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
        Path file = Files.writeString(folder.resolve("speeding.properties"), uncommented);
        assertThatCode(
                        () ->
                                SpeedingJobConfig.from(
                                        JobArguments.parse("--config", file.toString())))
                .doesNotThrowAnyException();
    }

    @Test
    void theDefaultsAreThoseOfTheDetector() {
        assertThat(
                        SpeedingJobConfig.from(
                                        JobArguments.parse(
                                                "--kafka.bootstrap.servers", "a:1",
                                                "--roads.file", "/none"))
                                .pipeline()
                                .settings())
                .isEqualTo(SpeedingSettings.DEFAULTS);
    }

    @Test
    void listsMayHaveSpacesAndEmptyPlaces() {
        SpeedingSettings settings =
                SpeedingJobConfig.from(
                                JobArguments.parse(
                                        "--kafka.bootstrap.servers", "a:1",
                                        "--roads.file", "/none",
                                        "--speeding.off.tenants", " acme , b.c,,",
                                        "--speeding.off.countries", "FR, PT"))
                        .pipeline()
                        .settings();

        assertThat(settings.offTenants()).containsExactlyInAnyOrder("acme", "b.c");
        assertThat(settings.offCountries()).containsExactlyInAnyOrder("FR", "PT");
    }

    @Test
    void allProblemsAreToldAtOnce(@TempDir Path folder) throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign.odo"), "not a road file at all");

        assertThatThrownBy(
                        () ->
                                SpeedingJobConfig.from(
                                        JobArguments.parse(
                                                "--roads.file", foreign.toString(),
                                                "--roads.matcher.lag", "9",
                                                "--speeding.tolerance.absolute", "-1",
                                                "--speeding.inferred", "maybe",
                                                "--speeding.off.countries", "fr",
                                                "--speeding.position.grid", "3",
                                                "--speeding.silence-after", "20 min",
                                                "--clock.retention", "15 min",
                                                "--reference.speed-limits.topic", "same",
                                                "--reference.rules.topic", "same",
                                                "--speeding.tolerence", "9")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("kafka.bootstrap.servers: is needed")
                .hasMessageContaining("foreign.odo: is not a road file")
                .hasMessageContaining("roads.matcher.lag: must be 0 to 8, is 9")
                .hasMessageContaining("speeding.tolerance.absolute: must be 0.0 to 100.0")
                .hasMessageContaining("speeding.inferred: must be one of")
                .hasMessageContaining("speeding.off.countries: must be codes of two capital")
                .hasMessageContaining("speeding.position.grid: must be 0 or at least 10.0, is 3.0")
                .hasMessageContaining("speeding.silence-after: must be at most clock.retention")
                .hasMessageContaining("reference.geofences.topic: must be different topics")
                .hasMessageContaining("speeding.tolerence: is not an option of this job");
    }

    @Test
    void topicsMustDiffer() {
        assertThatThrownBy(
                        () ->
                                SpeedingJobConfig.from(
                                        JobArguments.parse(
                                                "--kafka.bootstrap.servers", "a:1",
                                                "--roads.file", "/none",
                                                "--reference.speed-limits.topic", "limits",
                                                "--dead-letters.topic", "limits")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("must be three different topics");
    }

    private static OptionTable table() throws IllegalAccessException {
        return OptionTable.of(
                KafkaOptions.class,
                ReferenceOptions.class,
                SpeedLimitOptions.class,
                GeofenceOptions.class,
                IntakeOptions.class,
                ClockOptions.class,
                RoadOptions.class,
                SpeedingOptions.class);
    }
}
