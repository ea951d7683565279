// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobSettings;
import io.odograph.schemas.DeadLetter;
import io.odograph.schemas.RejectionReason;
import io.odograph.testing.GoldenUids;
import io.odograph.testing.SingleObjects;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job between real topics: Kafka in, exactly-once Kafka out, and over a restart. */
class SpeedingJobITCase {

    @TempDir private static Path folder;
    private static SpeedingTopicsFixture topics;

    @BeforeAll
    static void start() throws Exception {
        topics = SpeedingTopicsFixture.start(folder);
    }

    @AfterAll
    static void stop() {
        topics.close();
    }

    @Test
    void alertsAndDeadLettersReachTheirTopicsOnceAndOverARestart(@TempDir Path savepoints)
            throws Exception {
        Map<String, String> options = topics.create("once");
        List<Telemetry> first = drive("car-1");
        List<Telemetry> second = drive("car-2");

        JobClient job = topics.submit(options, 2, null);
        topics.send("once.telemetry", first);
        topics.send("once.telemetry", second.subList(0, 50));
        topics.sendRaw("once.telemetry", "car-3", new byte[] {1, 2, 3});
        try (TopicReader alerts = topics.reader("once.alerts")) {
            assertThat(SpeedingTopicsFixture.revisions(alerts.read(3)))
                    .containsExactlyInAnyOrder("car-1 1 OPEN", "car-1 2 CLOSED", "car-2 1 OPEN");

            // The second car is still too fast when the job stops.
            String savepoint =
                    job.stopWithSavepoint(
                                    false,
                                    savepoints.toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get(60, TimeUnit.SECONDS);
            JobClient restarted = topics.submit(options, 1, savepoint);
            topics.send("once.telemetry", second.subList(50, second.size()));
            ConsumerRecord<byte[], byte[]> record = alerts.read(1).get(0);
            assertThat(SpeedingTopicsFixture.revisions(List.of(record)))
                    .containsExactly("car-2 2 CLOSED");
            assertClosed(record);
            assertThat(alerts.readUntilQuiet()).as("nothing twice").isEmpty();
            restarted.cancel().get(60, TimeUnit.SECONDS);
        }
        try (TopicReader letters = topics.reader("once.dead")) {
            GenericRecord letter =
                    SingleObjects.read(DeadLetter.getClassSchema(), letters.read(1).get(0).value());
            assertThat(letter.get("reason"))
                    .hasToString(RejectionReason.NOT_SINGLE_OBJECT.toString());
            assertThat(letter.get("source")).hasToString("once.telemetry");
        }
    }

    private static void assertClosed(ConsumerRecord<byte[], byte[]> record) throws Exception {
        GenericRecord alert = SpeedingTopicsFixture.alert(record);
        GenericRecord header = (GenericRecord) alert.get("header");
        assertThat(alert.get("band")).hasToString("MINOR");
        assertThat(alert.get("end_reason")).hasToString("BELOW_LIMIT");
        assertThat((Long) alert.get("duration")).isBetween(55_000L, 62_000L);
        assertThat((Double) alert.get("peak_speed")).isEqualTo(64.0);
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsEntry("ce_id", header.get("alert_id") + "-2")
                .containsEntry("ce_type", "io.odograph.alert.speeding")
                .containsEntry("ce_source", "/odograph/speeding")
                .containsEntry(
                        "ce_time",
                        Instant.ofEpochMilli((Long) header.get("detected_at")).toString());
    }

    @Test
    void everyOperatorOfTheJobHasTheUidThatSavepointsKnow() {
        Configuration options = Configuration.fromMap(topics.create("uids"));
        for (String what : List.of("rules", "vehicles", "speed-limits", "geofences")) {
            topics.createReference("uids." + what);
            options.setString("reference." + what + ".topic", "uids." + what);
        }
        StreamExecutionEnvironment env =
                topics.flink()
                        .environment(
                                JobSettings.addTo(SpeedingTopicsFixture.settings(Map.of(), 1)));
        SpeedingJob.attach(env, SpeedingJobConfig.from(options));

        GoldenUids.assertMatch(env, Path.of("src/test/resources/speeding-job.uids"));
    }

    @Test
    void exactlyOnceWithoutCheckpointsIsRefusedSinceItWouldPublishNothing() {
        StreamExecutionEnvironment env = topics.flink().environment(JobSettings.flink());

        assertThatThrownBy(
                        () ->
                                SpeedingJob.attach(
                                        env,
                                        SpeedingJobConfig.from(
                                                Configuration.fromMap(topics.options("none")))))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("execution.checkpointing.interval: is needed");
    }

    @Test
    void whatTheBrokersWouldRefuseIsToldBeforeTheStart() {
        Map<String, String> options = new TreeMap<>(topics.options("none"));
        options.put("reference.speed-limits.topic", "none.limits");

        assertThatThrownBy(() -> topics.submit(options, 1, null))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("topic none.alerts does not exist")
                .hasMessageContaining("topic none.dead does not exist")
                .hasMessageContaining("topic none.limits does not exist")
                .hasMessageContaining("topic none.telemetry does not exist");
    }

    private static List<Telemetry> drive(String car) {
        return Drive.of(car).driving(45, 20).driving(64, 60).driving(45, 40).records();
    }
}
