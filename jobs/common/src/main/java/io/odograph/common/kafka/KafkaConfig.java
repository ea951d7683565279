// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import io.odograph.common.config.ConfigReader;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * Checked Kafka settings of one job; see {@link KafkaOptions} for their meaning.
 *
 * @param job name of the job, such as crash
 * @param bootstrapServers brokers
 * @param groupId consumer group
 * @param telemetryTopic input topic
 * @param startingOffsets where a job without state begins
 * @param idleTimeout ms after which a partition counts as idle
 * @param deadLettersTopic topic of rejected records
 * @param deadLettersGuarantee guarantee of that topic
 * @param transactionalIdPrefix prefix of transactional ids
 * @param transactionTimeout ms that a transaction may stay open
 * @param clientProperties settings passed to every client as they are
 */
public record KafkaConfig(
        String job,
        String bootstrapServers,
        String groupId,
        String telemetryTopic,
        StartingOffsets startingOffsets,
        long idleTimeout,
        String deadLettersTopic,
        DeliveryGuarantee deadLettersGuarantee,
        String transactionalIdPrefix,
        long transactionTimeout,
        Map<String, String> clientProperties)
        implements Serializable {

    /** Where a job without state begins to read. */
    public enum StartingOffsets {
        /** At what the group committed; at the earliest where it committed nothing. */
        COMMITTED,
        /** At the oldest record. */
        EARLIEST,
        /** Behind the newest record. */
        LATEST
    }

    /** Guarantees that a sink of alerts may have. */
    private enum Guarantee {
        EXACTLY_ONCE,
        AT_LEAST_ONCE
    }

    /** Reads the settings of a job; problems stay with the reader. */
    public static KafkaConfig read(ConfigReader reader, String job) {
        return new KafkaConfig(
                job,
                reader.required(KafkaOptions.BOOTSTRAP_SERVERS),
                orElse(reader.text(KafkaOptions.GROUP_ID), "odograph-" + job),
                reader.required(KafkaOptions.TELEMETRY_TOPIC),
                reader.oneOf(KafkaOptions.STARTING_OFFSETS, StartingOffsets.class),
                reader.millis(
                        KafkaOptions.IDLE_TIMEOUT, Duration.ofSeconds(1), Duration.ofHours(1)),
                orElse(reader.text(KafkaOptions.DEAD_LETTERS_TOPIC), "dead-letters." + job),
                guarantee(reader, KafkaOptions.DEAD_LETTERS_GUARANTEE),
                orElse(reader.text(KafkaOptions.TRANSACTIONAL_ID_PREFIX), "odograph-" + job),
                reader.millis(
                        KafkaOptions.TRANSACTION_TIMEOUT,
                        Duration.ofSeconds(10),
                        Duration.ofHours(24)),
                reader.withPrefix(KafkaOptions.CLIENT_PREFIX));
    }

    /** Reads the guarantee of one sink. */
    public static DeliveryGuarantee guarantee(ConfigReader reader, ConfigOption<String> option) {
        return switch (reader.oneOf(option, Guarantee.class)) {
            case EXACTLY_ONCE -> DeliveryGuarantee.EXACTLY_ONCE;
            case AT_LEAST_ONCE -> DeliveryGuarantee.AT_LEAST_ONCE;
        };
    }

    /** The passed-on client settings. */
    public Properties clientSettings() {
        Properties properties = new Properties();
        properties.putAll(clientProperties);
        return properties;
    }

    private static String orElse(String value, String fallback) {
        return value.isBlank() ? fallback : value;
    }
}
