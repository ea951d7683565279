// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobSettings;
import io.odograph.common.influx.Measurement;
import io.odograph.common.influx.QuestDbTable;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.embedded.EmbeddedQuestDb;
import io.odograph.schemas.DrivingFeatures;
import io.odograph.schemas.Trip;
import io.odograph.testing.GoldenUids;
import io.odograph.testing.SingleObjects;
import io.odograph.testing.TelemetryRecords;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Journey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** The job between real topics and a real database, over a restart. */
class DrivingJobITCase {

    private static EmbeddedKafka kafka;
    private static EmbeddedFlink flink;
    private static EmbeddedQuestDb database;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start();
        flink = EmbeddedFlink.start(2, new Configuration());
        database = EmbeddedQuestDb.start();
        for (Measurement measurement : DrivingMeasurements.ALL) {
            database.sql(QuestDbTable.create(measurement));
        }
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        database.close();
        flink.close();
        kafka.close();
    }

    @Test
    void windowsAndTripsReachTopicsAndDatabaseOverARestart(@TempDir Path savepoints)
            throws Exception {
        Map<String, String> options = create("once");
        List<Telemetry> drive =
                Journey.of("car,x=\"y").at(0, 0).standing(10).to(9_000, 0, 60).records();

        JobClient job = submit(options, 2, null);
        send("once.telemetry", drive.subList(0, 300));
        try (TopicReader trips = reader("once.trips");
                TopicReader features = reader("once.features")) {
            assertThat(trips.read(1)).hasSize(1);
            features.read(4);
            String savepoint =
                    job.stopWithSavepoint(
                                    false,
                                    savepoints.toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get(60, TimeUnit.SECONDS);
            job = submit(options, 1, savepoint);
            send("once.telemetry", drive.subList(300, drive.size()));
            // Another vehicle's time shows that the first one has fallen silent.
            send("once.telemetry", Journey.of("later").silent(90_000).standing(5).records());

            Map<String, GenericRecord> last = new TreeMap<>();
            while (!last.containsKey("CLOSED")) {
                GenericRecord trip = trip(trips.read(1).get(0));
                last.put(trip.get("status").toString(), trip);
            }
            GenericRecord sums = (GenericRecord) last.get("CLOSED").get("sums");
            assertThat((Double) sums.get("distance")).isBetween(8_900.0, 9_100.0);
            assertWindows(features.readUntilQuiet(), drive.size());
        }
        job.cancel().get(60, TimeUnit.SECONDS);

        assertThat(
                        database.sql(
                                "select vehicle_id, status, round(distance_m / 100) from trips"
                                        + " where not retracted"))
                .containsExactly(List.of("car,x=\"y", "CLOSED", 90.0));
        assertThat(
                        database.sql(
                                "select sum(records) from driving_features where window = 'P1D'"
                                        + " and vehicle_id = 'car,x=\"y'"))
                .containsExactly(List.of((long) drive.size()));
        assertThat(
                        database.sql(
                                "select count() from driving_features where window = 'PT1M' and vehicle_id like 'car%'"))
                .containsExactly(List.of(10L));
        assertThat(
                        database.sql(
                                "select subject, round(mileage_km) from scores where"
                                        + " vehicle_id like 'car%' order by subject"))
                .containsExactly(
                        List.of("DAY", 9.0), List.of("ROLLING_30_DAYS", 9.0), List.of("TRIP", 9.0));
    }

    private static void assertWindows(List<ConsumerRecord<byte[], byte[]>> records, int size)
            throws Exception {
        Set<String> ids = new HashSet<>();
        int days = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            GenericRecord window =
                    SingleObjects.read(DrivingFeatures.getClassSchema(), record.value());
            GenericRecord header = (GenericRecord) window.get("header");
            assertThat(ids.add(header.get("feature_id") + "-" + header.get("revision")))
                    .as("told once")
                    .isTrue();
            boolean day = window.get("window").toString().equals("P1D");
            if (day && header.get("vehicle_id").toString().startsWith("car")) {
                days++;
                assertThat(((GenericRecord) window.get("sums")).get("records")).isEqualTo(size);
            }
        }
        assertThat(days).isEqualTo(1);
    }

    @Test
    void everyOperatorOfTheJobHasTheUidThatSavepointsKnow() {
        Configuration options = Configuration.fromMap(create("uids"));
        StreamExecutionEnvironment env =
                flink.environment(JobSettings.addTo(settings(Map.of(), 1)));
        DrivingJob.attach(env, DrivingJobConfig.from(options));

        GoldenUids.assertMatch(env, Path.of("src/test/resources/driving-job.uids"));
    }

    @Test
    void whatTheBrokersWouldRefuseIsToldBeforeTheStart() {
        assertThatThrownBy(() -> submit(options("none"), 1, null))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("topic none.features does not exist")
                .hasMessageContaining("topic none.trips does not exist")
                .hasMessageContaining("topic none.events does not exist")
                .hasMessageContaining("topic none.scores does not exist");
    }

    private static Map<String, String> create(String prefix) {
        kafka.createTopic(prefix + ".telemetry", 2, Map.of());
        for (String topic : List.of(".features", ".trips", ".events", ".scores")) {
            kafka.createTopic(prefix + topic, 1, Map.of());
        }
        kafka.createTopic(prefix + ".dead", 1, Map.of("max.message.bytes", "2097152"));
        return options(prefix);
    }

    private static Map<String, String> options(String prefix) {
        Map<String, String> options = new HashMap<>();
        options.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        options.put("kafka.group.id", prefix);
        options.put("sink.transactional-id-prefix", prefix);
        options.put("telemetry.topic", prefix + ".telemetry");
        options.put("features.topic", prefix + ".features");
        options.put("trips.topic", prefix + ".trips");
        options.put("driving.events.topic", prefix + ".events");
        options.put("scores.topic", prefix + ".scores");
        options.put("dead-letters.topic", prefix + ".dead");
        options.put("influxdb.url", database.url());
        options.put("influxdb.bucket", "odograph");
        options.put("influxdb.token", "none");
        return options;
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
        Configuration cluster = JobSettings.addTo(settings(Map.of(), parallelism));
        if (savepoint != null) {
            cluster.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment env = flink.environment(cluster);
        DrivingJob.attach(env, DrivingJobConfig.from(Configuration.fromMap(options)));
        return env.executeAsync("driving job test");
    }

    private static void send(String topic, List<Telemetry> records) throws Exception {
        for (Telemetry record : records) {
            byte[] key = record.vehicleId().getBytes(UTF_8);
            producer.send(new ProducerRecord<>(topic, key, TelemetryRecords.encode(record))).get();
        }
    }

    private static TopicReader reader(String topic) {
        return TopicReader.committed(kafka.bootstrapServers(), topic);
    }

    private static GenericRecord trip(ConsumerRecord<byte[], byte[]> record) throws Exception {
        return SingleObjects.read(Trip.getClassSchema(), record.value());
    }
}
