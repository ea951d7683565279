// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.common.kafka.KafkaOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * Checked settings of the crash job between its topics.
 *
 * @param kafka Kafka settings
 * @param intake settings of decoding and validation
 * @param crash settings of the pipeline
 * @param alertsTopic topic of the alerts
 * @param alertsGuarantee guarantee of that topic
 */
public record CrashJobConfig(
        KafkaConfig kafka,
        IntakeConfig intake,
        CrashConfig crash,
        String alertsTopic,
        DeliveryGuarantee alertsGuarantee) {

    /**
     * Reads and checks all options of the job.
     *
     * @throws io.odograph.common.config.InvalidConfigException with every problem, if there is any
     */
    public static CrashJobConfig from(Configuration configuration) {
        ConfigReader reader = new ConfigReader(configuration);
        CrashJobConfig config =
                new CrashJobConfig(
                        KafkaConfig.read(reader, CrashJob.NAME),
                        IntakeConfig.read(reader),
                        CrashConfig.read(reader),
                        reader.required(CrashOptions.ALERTS_TOPIC),
                        KafkaConfig.guarantee(reader, CrashOptions.ALERTS_GUARANTEE));
        if (config.topics().size() < 3) {
            reader.problem(
                    KafkaOptions.TELEMETRY_TOPIC.key()
                            + ", "
                            + KafkaOptions.DEAD_LETTERS_TOPIC.key()
                            + " and "
                            + CrashOptions.ALERTS_TOPIC.key()
                            + ": must be three different topics");
        }
        reader.finish();
        return config;
    }

    /** Topics that the job reads or writes. */
    Set<String> topics() {
        return new TreeSet<>(
                List.of(kafka.telemetryTopic(), kafka.deadLettersTopic(), alertsTopic));
    }

    boolean isTransactional() {
        return alertsGuarantee == DeliveryGuarantee.EXACTLY_ONCE
                || kafka.deadLettersGuarantee() == DeliveryGuarantee.EXACTLY_ONCE;
    }
}
