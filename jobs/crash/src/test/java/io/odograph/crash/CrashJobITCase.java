// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobSettings;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.schemas.CrashAlert;
import io.odograph.schemas.DeadLetter;
import io.odograph.schemas.RejectionReason;
import io.odograph.testing.GoldenUids;
import io.odograph.testing.SingleObjects;
import io.odograph.testing.TelemetryRecords;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job between real topics: Kafka in, exactly-once Kafka out, and over a restart. */
class CrashJobITCase {

    private static EmbeddedKafka kafka;
    private static EmbeddedFlink flink;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start();
        flink = EmbeddedFlink.start(2, new Configuration());
    }

    @AfterAll
    static void stop() {
        flink.close();
        kafka.close();
    }

    @Test
    void alertsAndDeadLettersReachTheirTopicsOnceAndOverARestart(@TempDir Path savepoints)
            throws Exception {
        createTopics("once");
        Map<String, String> options = options("once");
        List<Telemetry> first =
                Drive.of("car-1").driving(60, 20).impact(60, 30).resting(15).records();
        List<Telemetry> second =
                Drive.of("car-2").driving(60, 20).impact(60, 45).resting(15).records();

        JobClient job = submit(options, 2, null);
        send("once.telemetry", first);
        send("once.telemetry", second.subList(0, 27));
        sendRaw("once.telemetry", "car-3", List.of(new byte[] {1, 2, 3}));
        try (TopicReader alerts = TopicReader.committed(kafka.bootstrapServers(), "once.alerts")) {
            List<String> seen = revisions(alerts.read(5));
            assertThat(seen)
                    .contains("car-1 1 SUSPECTED", "car-1 2 CONFIRMED", "car-1 3 CONFIRMED")
                    .contains("car-2 1 SUSPECTED", "car-2 2 CONFIRMED");

            // The second car has crashed and not yet come to rest when the job stops.
            String savepoint =
                    job.stopWithSavepoint(
                                    false,
                                    savepoints.toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get(60, TimeUnit.SECONDS);
            JobClient restarted = submit(options, 1, savepoint);
            send("once.telemetry", second.subList(27, second.size()));
            ConsumerRecord<byte[], byte[]> record = alerts.read(1).get(0);
            assertThat(revisions(List.of(record))).containsExactly("car-2 3 CONFIRMED");
            GenericRecord alert = SingleObjects.read(CrashAlert.getClassSchema(), record.value());
            GenericRecord header = (GenericRecord) alert.get("header");
            assertThat(header.get("alert_id")).hasToString("ed73a454-5f29-5166-9ea8-68665ba44f01");
            assertThat((Double) alert.get("delta_v")).isBetween(44.0, 46.0);
            assertThat(headers(record))
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_id", header.get("alert_id") + "-3")
                    .containsEntry("ce_type", "io.odograph.alert.crash")
                    .containsEntry("ce_source", "/odograph/crash")
                    .containsEntry(
                            "ce_time",
                            Instant.ofEpochMilli((Long) header.get("detected_at")).toString())
                    .containsEntry("content-type", "application/avro");
            assertThat(alerts.readUntilQuiet()).as("nothing twice").isEmpty();
            restarted.cancel().get(60, TimeUnit.SECONDS);
        }
        try (TopicReader letters = TopicReader.committed(kafka.bootstrapServers(), "once.dead")) {
            GenericRecord letter =
                    SingleObjects.read(DeadLetter.getClassSchema(), letters.read(1).get(0).value());
            assertThat(letter.get("reason"))
                    .hasToString(RejectionReason.NOT_SINGLE_OBJECT.toString());
            assertThat(((ByteBuffer) letter.get("value")).array()).containsExactly(1, 2, 3);
            assertThat(((ByteBuffer) letter.get("key")).array()).isEqualTo("car-3".getBytes(UTF_8));
            assertThat(letter.get("source")).hasToString("once.telemetry");
        }
    }

    @Test
    void atLeastOnceAlertsAreSeenWithoutWaitingForACheckpoint() throws Exception {
        createTopics("fast");
        Map<String, String> options = options("fast");
        Configuration settings = settings(options, 1);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofHours(1));
        settings.setString("alerts.crash.delivery-guarantee", "at-least-once");
        settings.setString("dead-letters.delivery-guarantee", "at-least-once");

        JobClient job = submit(settings, null);
        send(
                "fast.telemetry",
                Drive.of("car").driving(60, 20).impact(60, 30).resting(30).records());
        try (TopicReader alerts = TopicReader.committed(kafka.bootstrapServers(), "fast.alerts")) {
            assertThat(alerts.read(1)).hasSize(1);
        }
        job.cancel().get(60, TimeUnit.SECONDS);
    }

    @Test
    void everyOperatorOfTheJobHasTheUidThatSavepointsKnow() {
        createTopics("uids");
        kafka.createTopic("uids.rules", 1, Map.of("cleanup.policy", "compact"));
        kafka.createTopic("uids.vehicles", 1, Map.of("cleanup.policy", "compact"));
        Configuration options = Configuration.fromMap(options("uids"));
        options.setString("reference.rules.topic", "uids.rules");
        options.setString("reference.vehicles.topic", "uids.vehicles");
        StreamExecutionEnvironment env =
                flink.environment(JobSettings.addTo(settings(Map.of(), 1)));
        CrashJob.attach(env, CrashJobConfig.from(options));

        GoldenUids.assertMatch(env, Path.of("src/test/resources/crash-job.uids"));
    }

    @Test
    void exactlyOnceWithoutCheckpointsIsRefusedSinceItWouldPublishNothing() {
        StreamExecutionEnvironment env = flink.environment(JobSettings.flink());

        assertThatThrownBy(
                        () ->
                                CrashJob.attach(
                                        env,
                                        CrashJobConfig.from(
                                                Configuration.fromMap(options("none")))))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("execution.checkpointing.interval: is needed");
    }

    @Test
    void aTransactionThatEndsBeforeItsCheckpointIsRefused() {
        Configuration settings = settings(options("none"), 1);
        settings.setString("sink.transaction-timeout", "5 min");

        assertThatThrownBy(() -> submit(settings, null))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("sink.transaction-timeout: must be at least 600300 ms");
    }

    @Test
    void whatTheBrokersWouldRefuseIsToldBeforeTheStart() {
        Map<String, String> options = options("none");
        Configuration settings = settings(options, 1);
        settings.setString("sink.transaction-timeout", "20 min");
        settings.setString("reference.rules.topic", "none.rules");
        settings.setString("reference.vehicles.topic", "none.vehicles");

        assertThatThrownBy(() -> submit(settings, null))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("topic none.alerts does not exist")
                .hasMessageContaining("topic none.dead does not exist")
                .hasMessageContaining("topic none.rules does not exist")
                .hasMessageContaining("topic none.telemetry does not exist")
                .hasMessageContaining("topic none.vehicles does not exist")
                .hasMessageContaining("sink.transaction-timeout: must be at most")
                .hasMessageContaining("transaction.max.timeout.ms = 900000 ms");
    }

    private static void createTopics(String prefix) {
        kafka.createTopic(prefix + ".telemetry", 2, Map.of());
        kafka.createTopic(prefix + ".alerts", 1, Map.of());
        kafka.createTopic(prefix + ".evidence", 1, Map.of());
        kafka.createTopic(prefix + ".dead", 1, Map.of("max.message.bytes", "2097152"));
    }

    private static Map<String, String> options(String prefix) {
        return Map.of(
                "kafka.bootstrap.servers",
                kafka.bootstrapServers(),
                "kafka.group.id",
                prefix,
                "sink.transactional-id-prefix",
                prefix,
                "telemetry.topic",
                prefix + ".telemetry",
                "alerts.crash.topic",
                prefix + ".alerts",
                "alerts.crash.evidence.topic",
                prefix + ".evidence",
                "dead-letters.topic",
                prefix + ".dead");
    }

    private static Configuration settings(Map<String, String> options, int parallelism) {
        Configuration settings = Configuration.fromMap(options);
        settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(300));
        return settings;
    }

    private static JobClient submit(
            Map<String, String> options, int parallelism, @Nullable String savepoint)
            throws Exception {
        return submit(settings(options, parallelism), savepoint);
    }

    /**
     * Flink's own settings go to the environment, the rest to the job, as {@code main} has them.
     */
    private static JobClient submit(Configuration settings, @Nullable String savepoint)
            throws Exception {
        Configuration cluster = JobSettings.flink();
        Configuration options = new Configuration();
        settings.toMap()
                .forEach(
                        (key, value) ->
                                (key.matches("(parallelism|execution)\\..*") ? cluster : options)
                                        .setString(key, value));
        if (savepoint != null) {
            cluster.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment env = flink.environment(cluster);
        CrashJob.attach(env, CrashJobConfig.from(options));
        return env.executeAsync("crash job test");
    }

    private static void send(String topic, List<Telemetry> records) throws Exception {
        List<byte[]> values = records.stream().map(TelemetryRecords::encode).toList();
        sendRaw(topic, records.get(0).vehicleId(), values);
    }

    private static void sendRaw(String topic, String key, List<byte[]> values) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)).get();
            }
        }
    }

    private static List<String> revisions(List<ConsumerRecord<byte[], byte[]>> records)
            throws Exception {
        List<String> revisions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            GenericRecord alert = SingleObjects.read(CrashAlert.getClassSchema(), record.value());
            GenericRecord header = (GenericRecord) alert.get("header");
            revisions.add(
                    new String(record.key(), UTF_8)
                            + " "
                            + header.get("revision")
                            + " "
                            + alert.get("stage"));
        }
        return revisions;
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
        return headers;
    }
}
