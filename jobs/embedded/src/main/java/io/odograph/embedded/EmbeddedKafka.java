// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka broker with its controller (KRaft, combined mode) in this process, on free ports of the
 * loopback interface.
 *
 * <p>Everything it stores lies in a temporary folder that {@link #close()} deletes. Topics are not
 * created by use: a misspelt topic is an error here too. Records of any age are kept for as long as
 * it runs, since it is fed with recordings.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final long PAUSE_MILLIS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final int NODE_ID = 1;
    private static final int BROKER = 0;
    private static final int CONTROLLER = 1;
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(10);

    private final Path folder;
    private final HeldPorts ports;
    private final String bootstrapServers;
    private @Nullable ControllerServer controller;
    private @Nullable BrokerServer broker;

    private EmbeddedKafka(Path folder, HeldPorts ports) {
        this.folder = folder;
        this.ports = ports;
        this.bootstrapServers = ports.address(BROKER);
    }

    /**
     * Starts a broker and returns when it answers.
     *
     * @throws IllegalStateException if it does not start
     * @throws UncheckedIOException if no port is free or the temporary folder cannot be written
     */
    public static EmbeddedKafka start() {
        EmbeddedKafka kafka =
                new EmbeddedKafka(TemporaryFolder.create("odograph-kafka-"), HeldPorts.hold(2));
        try {
            kafka.run();
            return kafka;
        } catch (Exception e) {
            kafka.close();
            throw new IllegalStateException("The embedded Kafka broker did not start", e);
        }
    }

    /**
     * As Kafka's own main does, but for held ports and for faults that must not end the process.
     */
    private void run() throws Exception {
        KafkaConfig config = KafkaConfig.fromProps(settings(), false);
        format(config);
        var formatted = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        SharedServer shared =
                new SharedServer(
                        config,
                        formatted._1(),
                        Time.SYSTEM,
                        new Metrics(),
                        CompletableFuture.completedFuture(
                                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                        List.of(),
                        (name, fatal, action) -> EmbeddedKafka::fault,
                        ports);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), formatted._2());
        broker = new BrokerServer(shared);
        controller.startup();
        broker.startup();
    }

    /** Kafka would halt the process here, which is not its own. */
    private static RuntimeException fault(String message, @Nullable Throwable cause) {
        LOG.error("Fault in the embedded Kafka broker: {}", message, cause);
        return new IllegalStateException(message, cause);
    }

    /** Where it stores everything, for tests. */
    Path folder() {
        return folder;
    }

    /** Address for clients, as in {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Creates a topic and returns when it can be used.
     *
     * @param name name of the topic
     * @param partitions number of partitions, 1 and up
     * @param config topic settings, such as {@code cleanup.policy}
     * @throws IllegalStateException if the broker refuses, such as for a topic that exists
     */
    public void createTopic(String name, int partitions, Map<String, String> config) {
        NewTopic topic = new NewTopic(name, partitions, (short) 1).configs(config);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(topic)).all().get();
            // The controller has it; the broker hears of it a moment later.
            while (!admin.listTopics().names().get().contains(name)) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot create topic " + name, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topic " + name, e);
        }
    }

    /** Stops the broker and deletes what it stored; further calls do nothing. */
    @Override
    public void close() {
        if (broker != null) {
            broker.shutdown(SHUTDOWN_LIMIT);
            broker.awaitShutdown();
        }
        if (controller != null) {
            controller.shutdown();
            controller.awaitShutdown();
        }
        ports.close();
        TemporaryFolder.delete(folder);
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@" + ports.address(CONTROLLER));
        settings.put(
                "listeners",
                "CLIENT://" + ports.address(BROKER) + ",CONTROLLER://" + ports.address(CONTROLLER));
        settings.put("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder.resolve("log").toString());
        settings.put("auto.create.topics.enable", "false");

        // One node can hold one copy only.
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");

        // Fast to start: the defaults of 50 partitions are meant for many brokers.
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20));

        // Recordings keep their own timestamps, which may be years old or ahead of this clock.
        settings.put("log.retention.ms", "-1");
        settings.put("log.message.timestamp.after.max.ms", String.valueOf(Long.MAX_VALUE));
        return settings;
    }

    private void format(KafkaConfig config) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new Formatter()
                .setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(config.nodeId())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(Optional.empty())
                .addDirectory(folder.resolve("log").toString())
                .run();
        LOG.debug("{}", said.toString(StandardCharsets.UTF_8));
    }
}
