// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobArguments;
import io.odograph.common.influx.InfluxOptions;
import io.odograph.common.intake.IntakeOptions;
import io.odograph.common.kafka.KafkaOptions;
import io.odograph.common.reference.ReferenceOptions;
import io.odograph.common.vehicle.ClockOptions;
import io.odograph.driving.score.ScoreOptions;
import io.odograph.testing.OptionTable;
import io.odograph.udfs.driving.DrivingSettings;
import io.odograph.udfs.driving.LocalHours;
import io.odograph.udfs.driving.WindowSize;
import io.odograph.udfs.motion.HarshThresholds;
import io.odograph.udfs.reference.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrivingOptionsTest {

    private static final Path README = Path.of("README.md");
    private static final Path PROPERTIES = Path.of("../../flink-conf/driving.properties");

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

        String uncommented =
                Files.readString(PROPERTIES).replaceAll("(?m)^#(?!influxdb)([a-z.-]+=)", "$1");
        Path file = Files.writeString(folder.resolve("driving.properties"), uncommented);
        assertThatCode(() -> DrivingJobConfig.from(JobArguments.parse("--config", file.toString())))
                .doesNotThrowAnyException();
    }

    @Test
    void theDefaultsAreThoseOfTheDetector() {
        DrivingJobConfig config = config();

        assertThat(config.driving().settings()).isEqualTo(DrivingSettings.DEFAULTS);
        assertThat(config.driving().harsh()).isEqualTo(HarshThresholds.DEFAULTS);
        assertThat(config.influx()).isNull();
    }

    @Test
    void windowsHoursAndZonesAreRead() {
        DrivingSettings settings =
                config(
                                "--features.windows", "5, 60",
                                "--features.night", "22 - 6",
                                "--features.rush-hours", "6-10, 15-19",
                                "--features.time-zone", "Europe/Berlin")
                        .driving()
                        .settings();

        assertThat(settings.windows()).containsExactly(new WindowSize(5), new WindowSize(60));
        assertThat(settings.hours()).isEqualTo(new LocalHours(22, 6, 6, 10, 15, 19));
        assertThat(settings.zone()).hasToString("Europe/Berlin");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(
                        () ->
                                DrivingJobConfig.from(
                                        JobArguments.parse(
                                                "--driving.harsh.braking", "9",
                                                "--driving.harsh.severe", "2",
                                                "--trips.gap", "2 h",
                                                "--features.windows", "7",
                                                "--features.time-zone", "Mars/Base",
                                                "--features.night", "late",
                                                "--features.late-retention", "3 d",
                                                "--driving.position.grid", "3",
                                                "--trips.topic", "features.driving",
                                                "--influxdb.bucket", "odograph",
                                                "--trips.gapp", "1")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("kafka.bootstrap.servers: is needed")
                .hasMessageContaining("driving.harsh.braking: must be 0.05 to 1.5")
                .hasMessageContaining("driving.harsh.severe: must not be above")
                .hasMessageContaining("trips.gap: must not be above trips.longest-gap")
                .hasMessageContaining("features.windows: must be 1 to 5 different divisors")
                .hasMessageContaining("features.time-zone: must be an IANA name")
                .hasMessageContaining("features.night: must be two hours such as 23-5")
                .hasMessageContaining("features.late-retention")
                .hasMessageContaining("driving.position.grid: must be 0 or at least 10.0")
                .hasMessageContaining("two of the topics are the same")
                .hasMessageContaining("influxdb.url")
                .hasMessageContaining("trips.gapp: is not an option of this job");
    }

    @Test
    void rulesMustBeWhatOptionsCouldBe() {
        DrivingRuleCheck check = new DrivingRuleCheck(HarshThresholds.DEFAULTS);

        assertThat(check.problems(rule("driving.harsh.braking", 0.4))).isEmpty();
        assertThat(check.problems(rule("driving.harsh.braking", 4))).hasSize(1);
        assertThat(check.problems(rule("geofence.dwell", 4)))
                .singleElement()
                .asString()
                .startsWith("a threshold is none of the driving job's");
    }

    private static Rule rule(String name, double value) {
        return new Rule("r", 1, "driving", null, null, null, null, null, 0, 1, Map.of(name, value));
    }

    private static DrivingJobConfig config(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[0] = "--kafka.bootstrap.servers";
        all[1] = "a:1";
        return DrivingJobConfig.from(JobArguments.parse(all));
    }

    private static OptionTable table() throws IllegalAccessException {
        return OptionTable.of(
                KafkaOptions.class,
                ReferenceOptions.class,
                IntakeOptions.class,
                ClockOptions.class,
                DrivingOptions.class,
                ScoreOptions.class,
                InfluxOptions.class);
    }
}
