// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.JobSettings;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.testing.TelemetryRecords;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints of every released version, taken in the middle of an incident, with today's job. They
 * are never changed or deleted.
 */
class ReleasedSavepointITCase {

    private static final Path SAVEPOINTS = Path.of("src/test/resources/savepoints");

    /** Where the savepoints were taken: just after the crash was confirmed. */
    private static final int TAKEN_AFTER = 28;

    static List<Path> savepoints() throws Exception {
        try (Stream<Path> folders = Files.list(SAVEPOINTS)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("savepoints")
    void anIncidentThatWasOpenGoesOn(Path savepoint) throws Exception {
        try (EmbeddedFlink flink = EmbeddedFlink.start(2, new Configuration())) {
            List<Telemetry> rest = drive().subList(TAKEN_AFTER, drive().size());

            CrashRun run = CrashRun.from(flink, savepoint, rest, 2);

            assertThat(run.stages())
                    .containsExactly(
                            "3 UPDATED CONFIRMED AT_REST", "4 CLOSED CONFIRMED INCIDENT_OVER");
            assertThat(run.alerts())
                    .extracting(incident -> incident.alert().eventTime())
                    .containsOnly(Drive.START + 21_000);
            assertThat(run.alerts().get(0).facts().deltaV()).isBetween(29.0, 31.0);
            assertThat(run.recordings()).hasSize(1);
        }
    }

    /** Takes the savepoint of a new version; run on release, with a folder that is not there. */
    @Test
    @Tag("generate")
    void takeSavepoint(@TempDir Path folder) throws Exception {
        Path target = SAVEPOINTS.resolve("v" + (savepoints().size() + 1));
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                EmbeddedFlink flink = EmbeddedFlink.start(1, new Configuration())) {
            kafka.createTopic("telemetry.raw", 1, Map.of());
            kafka.createTopic("alerts.crash", 1, Map.of());
            kafka.createTopic("alerts.crash.evidence", 1, Map.of());
            kafka.createTopic("dead-letters.crash", 1, Map.of("max.message.bytes", "2097152"));
            Configuration settings = JobSettings.flink();
            settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(300));
            StreamExecutionEnvironment env = flink.environment(settings);
            CrashJob.attach(
                    env,
                    CrashJobConfig.from(
                            Configuration.fromMap(
                                    Map.of("kafka.bootstrap.servers", kafka.bootstrapServers()))));
            JobClient job = env.executeAsync("savepoint");
            send(kafka, drive().subList(0, TAKEN_AFTER));
            try (TopicReader alerts =
                    TopicReader.committed(kafka.bootstrapServers(), "alerts.crash")) {
                assertThat(alerts.read(2)).hasSize(2);
            }
            String taken =
                    job.stopWithSavepoint(
                                    false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                            .get(60, TimeUnit.SECONDS);
            Files.move(Path.of(URI.create(taken)), target);
        }
    }

    private static void send(EmbeddedKafka kafka, List<Telemetry> records) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Telemetry record : records) {
                byte[] key = record.vehicleId().getBytes(StandardCharsets.UTF_8);
                producer.send(
                                new ProducerRecord<>(
                                        "telemetry.raw", key, TelemetryRecords.encode(record)))
                        .get();
            }
        }
    }

    private static List<Telemetry> drive() {
        return Drive.of("car").driving(60, 20).impact(60, 30).resting(75).records();
    }
}
