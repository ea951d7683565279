// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of a job's Kafka sources and sinks. */
public final class KafkaOptions {

    /**
     * Settings with this prefix go to every Kafka client as they are, such as security settings.
     */
    public static final String CLIENT_PREFIX = "kafka.client.";

    /** Brokers. */
    public static final ConfigOption<String> BOOTSTRAP_SERVERS =
            ConfigOptions.key("kafka.bootstrap.servers")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Brokers to begin with, as host:port,host:port.");

    /** Consumer group. */
    public static final ConfigOption<String> GROUP_ID =
            ConfigOptions.key("kafka.group.id")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Consumer group under which offsets are committed, for monitoring only: "
                                    + "recovery uses Flink's state. Default: odograph-<job>.");

    /** Input topic. */
    public static final ConfigOption<String> TELEMETRY_TOPIC =
            ConfigOptions.key("telemetry.topic")
                    .stringType()
                    .defaultValue("telemetry.raw")
                    .withDescription("Topic of the telemetry; its key is the vehicle id.");

    /** Where to begin. */
    public static final ConfigOption<String> STARTING_OFFSETS =
            ConfigOptions.key("telemetry.starting-offsets")
                    .stringType()
                    .defaultValue("committed")
                    .withDescription(
                            "Where a job without state begins: committed (earliest where the group "
                                    + "has committed nothing), earliest or latest. latest skips "
                                    + "what was sent while no job ran.");

    /** When a partition counts as idle. */
    public static final ConfigOption<Duration> IDLE_TIMEOUT =
            ConfigOptions.key("telemetry.idle-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(5))
                    .withDescription(
                            "A partition without records for so long no longer holds receive time "
                                    + "back. Long: where a partition is silent, alerts of the others "
                                    + "come so much later; short: while one is stalled, the others run "
                                    + "ahead, and its waits are counted from there.");

    /** Dead-letter topic. */
    public static final ConfigOption<String> DEAD_LETTERS_TOPIC =
            ConfigOptions.key("dead-letters.topic")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Topic of rejected records. Default: dead-letters.<job>.");

    /** Guarantee of the dead-letter topic. */
    public static final ConfigOption<String> DEAD_LETTERS_GUARANTEE =
            ConfigOptions.key("dead-letters.delivery-guarantee")
                    .stringType()
                    .defaultValue("exactly-once")
                    .withDescription("exactly-once or at-least-once.");

    /** Prefix of transactional ids. */
    public static final ConfigOption<String> TRANSACTIONAL_ID_PREFIX =
            ConfigOptions.key("sink.transactional-id-prefix")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Prefix of the transactional ids, stable for the life of the job and its "
                                    + "own on the cluster: sharing it lets two jobs abort each "
                                    + "other's transactions. Default: odograph-<job>.");

    /** Transaction timeout. */
    public static final ConfigOption<Duration> TRANSACTION_TIMEOUT =
            ConfigOptions.key("sink.transaction-timeout")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(15))
                    .withDescription(
                            "How long a transaction may stay open. Shorter than the longest "
                                    + "checkpoint plus the longest restart: alerts are lost; shorter "
                                    + "than checkpoint interval plus timeout, or longer "
                                    + "than the broker's transaction.max.timeout.ms: refused at the "
                                    + "start.");

    private KafkaOptions() {}
}
