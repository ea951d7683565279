// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.common.kafka.KafkaOptions;
import io.odograph.common.reference.ReferenceConfig;
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
 * @param references which rules and vehicle profiles are read
 * @param crash settings of the pipeline
 * @param alertsTopic topic of the alerts
 * @param evidenceTopic topic of what was recorded around them
 * @param alertsGuarantee guarantee of both
 */
public record CrashJobConfig(
        KafkaConfig kafka,
        IntakeConfig intake,
        ReferenceConfig references,
        CrashConfig crash,
        String alertsTopic,
        String evidenceTopic,
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
                        ReferenceConfig.read(reader),
                        CrashConfig.read(reader),
                        reader.required(CrashOptions.ALERTS_TOPIC),
                        reader.required(CrashOptions.EVIDENCE_TOPIC),
                        KafkaConfig.guarantee(reader, CrashOptions.ALERTS_GUARANTEE));
        int expected = 4 + config.references().topics().size();
        if (config.topics().size() < expected) {
            reader.problem(
                    KafkaOptions.TELEMETRY_TOPIC.key()
                            + ", "
                            + KafkaOptions.DEAD_LETTERS_TOPIC.key()
                            + ", "
                            + CrashOptions.ALERTS_TOPIC.key()
                            + " and "
                            + CrashOptions.EVIDENCE_TOPIC.key()
                            + ": must be four different topics, and none of those of"
                            + " rules and vehicles");
        }
        reader.finish();
        return config;
    }

    /** Topics that the job reads or writes. */
    Set<String> topics() {
        Set<String> topics = new TreeSet<>(references.topics());
        topics.addAll(
                List.of(
                        kafka.telemetryTopic(),
                        kafka.deadLettersTopic(),
                        alertsTopic,
                        evidenceTopic));
        return topics;
    }

    boolean isTransactional() {
        return alertsGuarantee == DeliveryGuarantee.EXACTLY_ONCE
                || kafka.deadLettersGuarantee() == DeliveryGuarantee.EXACTLY_ONCE;
    }
}
