// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobArguments;
import io.odograph.common.intake.IntakeOptions;
import io.odograph.common.kafka.KafkaOptions;
import io.odograph.common.reference.ReferenceOptions;
import io.odograph.common.vehicle.ClockOptions;
import io.odograph.testing.OptionTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashOptionsTest {

    private static final Path README = Path.of("README.md");
    private static final Path PROPERTIES = Path.of("../../flink-conf/crash.properties");

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
        Path file = Files.writeString(folder.resolve("crash.properties"), uncommented);
        assertThatCode(() -> CrashJobConfig.from(JobArguments.parse("--config", file.toString())))
                .doesNotThrowAnyException();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(
                        () ->
                                CrashJobConfig.from(
                                        JobArguments.parse(
                                                "--crash.speed-before", "3",
                                                "--crash.impact.delta-v", "0",
                                                "--crash.pattern-timeout", "1 min",
                                                "--crash.no-contact.after", "5 min",
                                                "--crash.deltav", "9")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("kafka.bootstrap.servers: is needed")
                .hasMessageContaining("crash.impact.delta-v: must be 1.0 to 100.0, is 0.0")
                .hasMessageContaining("crash.speed-before: must be above crash.rest.speed")
                .hasMessageContaining("crash.pattern-timeout: must be at least 302 s")
                .hasMessageContaining("crash.deltav: is not an option of this job");
    }

    @Test
    void aVehicleIsNotForgottenBeforeItsIncidentIsOver() {
        assertThatThrownBy(
                        () ->
                                CrashJobConfig.from(
                                        JobArguments.parse(
                                                "--kafka.bootstrap.servers", "a:1",
                                                "--clock.retention", "59 min")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("crash.pattern-timeout: must be at most clock.retention");
    }

    @Test
    void topicsMustDiffer() {
        assertThatThrownBy(
                        () ->
                                CrashJobConfig.from(
                                        JobArguments.parse(
                                                "--kafka.bootstrap.servers", "a:1",
                                                "--dead-letters.topic", "telemetry.raw")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("must be four different topics");
    }

    private static OptionTable table() throws IllegalAccessException {
        return OptionTable.of(
                KafkaOptions.class,
                ReferenceOptions.class,
                IntakeOptions.class,
                ClockOptions.class,
                CrashOptions.class);
    }
}
