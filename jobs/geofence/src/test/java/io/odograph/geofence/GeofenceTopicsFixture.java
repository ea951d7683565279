// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odograph.common.config.JobSettings;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.schemas.AreaRing;
import io.odograph.schemas.GeoPoint;
import io.odograph.schemas.Geofence;
import io.odograph.schemas.GeofenceAlert;
import io.odograph.schemas.GeofenceKind;
import io.odograph.schemas.GeofenceShape;
import io.odograph.schemas.GeofenceShapeKind;
import io.odograph.schemas.GeofenceThresholds;
import io.odograph.schemas.SpeedUnit;
import io.odograph.testing.SingleObjects;
import io.odograph.testing.TelemetryRecords;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Journey;
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

/** A real Kafka and a real Flink for the whole job. */
record GeofenceTopicsFixture(
        EmbeddedKafka kafka, EmbeddedFlink flink, KafkaProducer<byte[], byte[]> producer)
        implements AutoCloseable {

    static GeofenceTopicsFixture start() {
        EmbeddedKafka kafka = EmbeddedKafka.start();
        return new GeofenceTopicsFixture(
                kafka,
                EmbeddedFlink.start(2, new Configuration()),
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
        createReference(prefix + ".geofences");
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
                "reference.geofences.topic",
                prefix + ".geofences",
                "alerts.geofence.topic",
                prefix + ".alerts",
                "dead-letters.topic",
                prefix + ".dead");
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
        GeofenceJob.attach(env, GeofenceJobConfig.from(Configuration.fromMap(options)));
        return env.executeAsync("geofence job test");
    }

    void send(String topic, List<Telemetry> records) throws Exception {
        for (Telemetry record : records) {
            sendRaw(topic, record.vehicleId(), TelemetryRecords.encode(record));
        }
    }

    void sendRaw(String topic, String key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value)).get();
    }

    void put(String topic, Geofence fence) throws Exception {
        sendRaw(topic, fence.getFenceId(), Geofence.getEncoder().encode(fence).array());
    }

    /** A place that vehicles must keep out of, from one corner to the other, m. */
    static Geofence box(String id, long version, double x0, double y0, double x1, double y1) {
        return new Geofence(
                id,
                version,
                null,
                GeofenceKind.KEEP_OUT,
                new GeofenceShape(
                        GeofenceShapeKind.POLYGON,
                        List.of(
                                new AreaRing(
                                        List.of(
                                                point(x0, y0),
                                                point(x1, y0),
                                                point(x1, y1),
                                                point(x0, y1)))),
                        0.0),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                Instant.EPOCH,
                null,
                0,
                new GeofenceThresholds(null, null, null, null, null, null),
                null,
                SpeedUnit.KM_PER_HOUR);
    }

    private static GeoPoint point(double x, double y) {
        return new GeoPoint(Journey.latitude(y) / 1e7, Journey.longitude(x) / 1e7);
    }

    TopicReader reader(String topic) {
        return TopicReader.committed(kafka.bootstrapServers(), topic);
    }

    static GenericRecord alert(ConsumerRecord<byte[], byte[]> record) throws Exception {
        return SingleObjects.read(GeofenceAlert.getClassSchema(), record.value());
    }

    /** Vehicle, fence and its version, revision, status and reason of the end of alerts. */
    static List<String> revisions(List<ConsumerRecord<byte[], byte[]>> records) throws Exception {
        List<String> revisions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            GenericRecord alert = alert(record);
            GenericRecord header = (GenericRecord) alert.get("header");
            revisions.add(
                    new String(record.key(), UTF_8)
                            + " "
                            + alert.get("fence_id")
                            + "@"
                            + alert.get("fence_version")
                            + " "
                            + header.get("revision")
                            + " "
                            + header.get("status")
                            + " "
                            + alert.get("end_reason"));
        }
        return revisions;
    }
}
