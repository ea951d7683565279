// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobArguments;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.intake.TimeLimits;
import io.odograph.common.vehicle.ClockConfig;
import io.odograph.udfs.clock.ClockLimits;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;

class KafkaConfigTest {

    @Test
    void defaultsCarryTheNameOfTheJob() {
        KafkaConfig config = read("crash", "--kafka.bootstrap.servers", "a:1,b:2");

        assertThat(config.groupId()).isEqualTo("odograph-crash");
        assertThat(config.deadLettersTopic()).isEqualTo("dead-letters.crash");
        assertThat(config.transactionalIdPrefix()).isEqualTo("odograph-crash");
        assertThat(config.telemetryTopic()).isEqualTo("telemetry.raw");
        assertThat(config.deadLettersGuarantee()).isEqualTo(DeliveryGuarantee.EXACTLY_ONCE);
        assertThat(config.startingOffsets()).isEqualTo(KafkaConfig.StartingOffsets.COMMITTED);
        assertThat(config.clientSettings()).isEmpty();
    }

    @Test
    void clientSettingsArePassedOn() {
        KafkaConfig config =
                read(
                        "crash",
                        "--kafka.bootstrap.servers",
                        "a:1",
                        "--kafka.client.security.protocol",
                        "SSL",
                        "--telemetry.starting-offsets",
                        "latest",
                        "--dead-letters.delivery-guarantee",
                        "at-least-once");

        assertThat(config.clientSettings()).containsEntry("security.protocol", "SSL");
        assertThat(config.startingOffsets()).isEqualTo(KafkaConfig.StartingOffsets.LATEST);
        assertThat(config.deadLettersGuarantee()).isEqualTo(DeliveryGuarantee.AT_LEAST_ONCE);
    }

    @Test
    void brokersAreNeededAndGuaranteesAreFromAList() {
        assertThatThrownBy(() -> read("crash", "--dead-letters.delivery-guarantee", "none"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("kafka.bootstrap.servers: is needed")
                .hasMessageContaining("must be one of [exactly-once, at-least-once], is none");
    }

    @Test
    void intakeAndClockHaveTheirDocumentedDefaults() {
        ConfigReader reader = new ConfigReader(new Configuration());

        assertThat(IntakeConfig.read(reader))
                .isEqualTo(new IntakeConfig(DecodeLimits.DEFAULT, TimeLimits.DEFAULT));
        assertThat(ClockConfig.read(reader))
                .isEqualTo(new ClockConfig(ClockLimits.DEFAULTS, 1_000));
        reader.finish();
    }

    @Test
    void limitsThatContradictEachOtherAreTold() {
        ConfigReader reader =
                new ConfigReader(
                        JobArguments.parse(
                                "--decode.max-record-size", "1 kb",
                                "--decode.max-string-size", "2 kb",
                                "--ordering.max-wait", "1 d",
                                "--clock.retention", "1 s"));
        IntakeConfig.read(reader);
        ClockConfig.read(reader);

        assertThatThrownBy(reader::finish)
                .hasMessageContaining("decode.max-string-size and decode.max-items")
                .hasMessageContaining("ordering.max-wait: must be 0 ms to 10 min, is 1 d")
                .hasMessageContaining("clock.retention: must be 15 min to 60 d, is 1 s");
    }

    static KafkaConfig read(String job, String... args) {
        ConfigReader reader = new ConfigReader(JobArguments.parse(args));
        KafkaConfig config = KafkaConfig.read(reader, job);
        reader.finish();
        return config;
    }
}
