// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odograph.common.config.JobSettings;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.schemas.LimitOverrideKind;
import io.odograph.schemas.LimitOverrideReason;
import io.odograph.schemas.SpeedLimitOverride;
import io.odograph.schemas.SpeedUnit;
import io.odograph.schemas.SpeedingAlert;
import io.odograph.schemas.WayDirection;
import io.odograph.schemas.WayOfOverride;
import io.odograph.testing.SingleObjects;
import io.odograph.testing.TelemetryRecords;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A real Kafka, a real Flink and a road file for the whole job. */
record SpeedingTopicsFixture(
        EmbeddedKafka kafka,
        EmbeddedFlink flink,
        Path roads,
        KafkaProducer<byte[], byte[]> producer)
        implements AutoCloseable {

    static SpeedingTopicsFixture start(Path folder) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start();
        return new SpeedingTopicsFixture(
                kafka,
                EmbeddedFlink.start(2, new Configuration()),
                TestRoads.write(folder),
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()));
    }

    @Override
    public void close() {
        producer.close();
        flink.close();
        kafka.close();
    }

    /** Creates the topics of a job and tells its options. */
    Map<String, String> create(String prefix) {
        kafka.createTopic(prefix + ".telemetry", 2, Map.of());
        kafka.createTopic(prefix + ".alerts", 1, Map.of());
        kafka.createTopic(prefix + ".dead", 1, Map.of("max.message.bytes", "2097152"));
        return options(prefix);
    }

    void createReference(String topic) {
        kafka.createTopic(topic, 1, Map.of("cleanup.policy", "compact"));
    }

    Map<String, String> options(String prefix) {
        return Map.of(
                "kafka.bootstrap.servers",
                kafka.bootstrapServers(),
                "kafka.group.id",
                prefix,
                "sink.transactional-id-prefix",
                prefix,
                "telemetry.topic",
                prefix + ".telemetry",
                "alerts.speeding.topic",
                prefix + ".alerts",
                "dead-letters.topic",
                prefix + ".dead",
                "roads.file",
                roads.toString());
    }

    static Configuration settings(Map<String, String> options, int parallelism) {
        Configuration settings = Configuration.fromMap(options);
        settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(300));
        return settings;
    }

    JobClient submit(Map<String, String> options, int parallelism, @Nullable String savepoint)
            throws Exception {
        Configuration cluster = JobSettings.addTo(settings(Map.of(), parallelism));
        if (savepoint != null) {
            cluster.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment env = flink.environment(cluster);
        SpeedingJob.attach(env, SpeedingJobConfig.from(Configuration.fromMap(options)));
        return env.executeAsync("speeding job test");
    }

    void send(String topic, List<Telemetry> records) throws Exception {
        for (Telemetry record : records) {
            sendRaw(topic, record.vehicleId(), TelemetryRecords.encode(record));
        }
    }

    void sendRaw(String topic, String key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)).get();
    }

    void put(String topic, SpeedLimitOverride override) throws Exception {
        sendRaw(
                topic,
                override.getOverrideId(),
                SpeedLimitOverride.getEncoder().encode(override).array());
    }

    /** Works on way 1, for all and always. */
    static SpeedLimitOverride works(String id, long version, float kmh) {
        SpeedLimitOverride override = new SpeedLimitOverride();
        override.setOverrideId(id);
        override.setVersion(version);
        override.setReason(LimitOverrideReason.TEMPORARY_WORKS);
        override.setKind(LimitOverrideKind.VALUE);
        override.setValue(kmh);
        override.setUnit(SpeedUnit.KM_PER_HOUR);
        override.setSchedule(List.of());
        override.setEffectiveFrom(Instant.EPOCH);
        override.setArea(List.of());
        override.setWays(List.of(new WayOfOverride(1L, WayDirection.BOTH)));
        override.setVehicleClasses(List.of());
        return override;
    }

    TopicReader reader(String topic) {
        return TopicReader.committed(kafka.bootstrapServers(), topic);
    }

    static GenericRecord alert(ConsumerRecord<byte[], byte[]> record) throws Exception {
        return SingleObjects.read(SpeedingAlert.getClassSchema(), record.value());
    }

    /** Vehicle, revision and status of alerts. */
    static List<String> revisions(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        List<String> revisions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            GenericRecord header = (GenericRecord) alert(record).get("header");
            revisions.add(
                    new String(record.key(), UTF_8)
                            + " "
                            + header.get("revision")
                            + " "
                            + header.get("status"));
        }
        return revisions;
    }
}
