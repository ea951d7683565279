// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import io.odograph.common.config.InvalidConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Asks the brokers before a job starts what would otherwise fail in the middle of it: that they can
 * be reached, that the topics exist, and that they allow the job's transaction timeout.
 */
public final class BrokerCheck {

    private static final String MAX_TIMEOUT = "transaction.max.timeout.ms";
    private static final long PATIENCE_SECONDS = 30;

    /** Room that a dead letter takes besides the original key and value. */
    private static final long ENVELOPE_BYTES = 8 * 1024;

    private BrokerCheck() {}

    /**
     * Checks the brokers.
     *
     * @param config Kafka settings of the job
     * @param topics topics that must exist
     * @param transactional whether any sink is exactly-once
     * @throws InvalidConfigException with every problem, if there is any
     */
    public static void run(KafkaConfig config, Set<String> topics, boolean transactional) {
        Properties properties = config.clientSettings();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        List<String> problems = new ArrayList<>();
        try (Admin admin = Admin.create(properties)) {
            Set<String> existing = get(admin.listTopics().names());
            topics.stream()
                    .filter(topic -> !existing.contains(topic))
                    .sorted()
                    .forEach(topic -> problems.add("topic " + topic + " does not exist"));
            if (existing.contains(config.telemetryTopic())
                    && existing.contains(config.deadLettersTopic())) {
                checkSizes(admin, config, problems);
            }
            if (transactional) {
                checkTimeout(admin, config.transactionTimeout(), problems);
            }
        } catch (KafkaException e) {
            problems.add(
                    KafkaOptions.BOOTSTRAP_SERVERS.key()
                            + ": cannot ask "
                            + config.bootstrapServers()
                            + ": "
                            + e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }

    /**
     * A record that fits the input must fit the dead letters, or it would stop the job for ever.
     */
    private static void checkSizes(Admin admin, KafkaConfig config, List<String> problems) {
        long input = maxMessageBytes(admin, config.telemetryTopic());
        long output = maxMessageBytes(admin, config.deadLettersTopic());
        if (output < input + ENVELOPE_BYTES) {
            problems.add(
                    String.format(
                            "topic %s: %s must be at least %d, that of %s and room for the reason,"
                                    + " is %d",
                            config.deadLettersTopic(),
                            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                            input + ENVELOPE_BYTES,
                            config.telemetryTopic(),
                            output));
        }
    }

    private static long maxMessageBytes(Admin admin, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Long.parseLong(
                get(admin.describeConfigs(List.of(resource)).all())
                        .get(resource)
                        .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                        .value());
    }

    private static void checkTimeout(Admin admin, long timeout, List<String> problems) {
        for (Node broker : get(admin.describeCluster().nodes())) {
            ConfigResource resource =
                    new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
            long allowed =
                    Long.parseLong(
                            get(admin.describeConfigs(List.of(resource)).all())
                                    .get(resource)
                                    .get(MAX_TIMEOUT)
                                    .value());
            if (timeout > allowed) {
                problems.add(
                        String.format(
                                "%s: must be at most %s = %d ms of broker %s, is %d ms",
                                KafkaOptions.TRANSACTION_TIMEOUT.key(),
                                MAX_TIMEOUT,
                                allowed,
                                broker.idString(),
                                timeout));
            }
        }
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new KafkaException("no answer within " + PATIENCE_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
