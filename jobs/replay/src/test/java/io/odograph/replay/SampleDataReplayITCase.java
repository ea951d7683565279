// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odograph.schemas.CapturedRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The sample data against its ground truth, in the order of the topic and in any other. */
class SampleDataReplayITCase {

    private static final Path SAMPLE =
            Path.of(System.getProperty("odograph.root")).resolve("sample-data");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder;

    @Test
    void theTruthIsFoundWhateverTheOrderOfVehiclesAndTheParallelism() throws IOException {
        Path topic = SAMPLE.resolve("telemetry.avro");
        Path shuffled = folder.resolve("shuffled.avro");
        shuffleAcrossVehicles(topic, shuffled, 11);

        replay(topic, "one", 1);
        replay(topic, "four", 4);
        replay(shuffled, "shuffled", 4);

        assertThat(JSON.readTree(read("one", OutputFolder.ACCOUNT)))
                .isEqualTo(JSON.readTree(SAMPLE.resolve("expected/account.json").toFile()));
        assertCrashesAreTheExpectedOnes();
        assertSpeedingIsTheExpectedOne();
        assertFencesAreTheExpectedOnes();
        for (String file :
                List.of(
                        OutputFolder.CRASH_ALERTS,
                        OutputFolder.CRASH_EVIDENCE,
                        OutputFolder.SPEEDING_ALERTS,
                        OutputFolder.GEOFENCE_ALERTS,
                        OutputFolder.DEAD_LETTERS,
                        OutputFolder.ACCOUNT)) {
            assertThat(read("four", file)).as(file).isEqualTo(read("one", file));
            assertThat(read("shuffled", file)).as(file).isEqualTo(read("one", file));
        }
    }

    private void assertCrashesAreTheExpectedOnes() throws IOException {
        List<String> expected = Files.readAllLines(SAMPLE.resolve("expected/alerts.crash.jsonl"));
        List<JsonNode> found = lastRevisions(OutputFolder.CRASH_ALERTS);
        found.removeIf(alert -> alert.get("stage").asText().equals("DISMISSED"));
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            JsonNode truth = JSON.readTree(expected.get(i));
            JsonNode header = found.get(i).get("header");
            assertThat(header.get("vehicle_id")).isEqualTo(truth.get("vehicle_id"));
            assertThat(found.get(i).get("stage").asText())
                    .isEqualTo(truth.get("falls_silent").asBoolean() ? "NO_CONTACT" : "CONFIRMED");
            Instant impact = Instant.parse(truth.get("impact_time").asText());
            assertThat(Instant.parse(header.get("event_time").asText()))
                    .isBetween(impact.minus(Duration.ofSeconds(2)), impact.plusSeconds(2));
        }
    }

    private void assertSpeedingIsTheExpectedOne() throws IOException {
        List<String> expected =
                Files.readAllLines(SAMPLE.resolve("expected/alerts.speeding.jsonl"));
        List<JsonNode> found = lastRevisions(OutputFolder.SPEEDING_ALERTS);
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            JsonNode truth = JSON.readTree(expected.get(i));
            JsonNode alert = found.get(i);
            String which = truth.toString();
            assertThat(alert.at("/header/vehicle_id")).as(which).isEqualTo(truth.get("vehicle_id"));
            assertThat(alert.at("/header/status").asText()).as(which).isEqualTo("CLOSED");
            assertThat(alert.get("band")).as(which).isEqualTo(truth.get("band"));
            assertThat(alert.get("peak_limit")).as(which).isEqualTo(truth.get("limit"));
            assertThat(alert.get("peak_excess").asDouble())
                    .as(which)
                    .isCloseTo(truth.get("peak_excess").asDouble(), within(1.5));
            // A tracker that reports every 30 s sees that much less of both ends.
            assertThat(time(alert, "start_time"))
                    .as(which)
                    .isBetween(
                            time(truth, "start_time").minusSeconds(1),
                            time(truth, "start_time").plusSeconds(40));
            assertThat(time(alert, "end_time"))
                    .as(which)
                    .isBetween(
                            time(truth, "end_time").minusSeconds(30),
                            time(truth, "end_time").plusSeconds(1));
        }
    }

    private void assertFencesAreTheExpectedOnes() throws IOException {
        List<JsonNode> expected = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLE.resolve("expected/alerts.geofence.jsonl"))) {
            expected.add(JSON.readTree(line));
        }
        List<JsonNode> left = lastRevisions(OutputFolder.GEOFENCE_ALERTS);
        assertThat(left).hasSameSizeAs(expected);
        for (JsonNode truth : expected) {
            JsonNode alert =
                    left.stream()
                            .filter(found -> isOf(truth, found))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("missed: " + truth));
            left.remove(alert);
            String which = truth.toString();
            assertThat(alert.at("/header/status").asText()).as(which).isEqualTo("CLOSED");
            assertThat(alert.get("fence_version")).as(which).isEqualTo(truth.get("fence_version"));
            assertThat(alert.get("kind")).as(which).isEqualTo(truth.get("kind"));
            String cause = alert.get("cause").asText();
            assertThat(cause.equals("PASSED_THROUGH") ? "CROSSED" : cause)
                    .as(which)
                    .isEqualTo(truth.get("cause").asText());
            if (!truth.get("end_time").isNull()) {
                assertThat(time(alert, "end_time"))
                        .as(which)
                        .isBetween(
                                time(truth, "end_time").minusSeconds(2),
                                time(truth, "end_time").plusSeconds(2));
            }
        }
        assertThat(read("one", OutputFolder.GEOFENCE_ALERTS))
                .contains("\"event\":\"DWELL\"")
                .contains("\"event\":\"PASSAGE\"");
    }

    /** Positions are off by some metres, and so are the times of crossings. */
    private static boolean isOf(JsonNode truth, JsonNode alert) {
        Duration off = Duration.between(time(truth, "start_time"), time(alert, "start_time")).abs();
        return alert.at("/header/vehicle_id").equals(truth.get("vehicle_id"))
                && alert.get("fence_id").equals(truth.get("fence_id"))
                && off.compareTo(Duration.ofSeconds(2)) <= 0;
    }

    private static Instant time(JsonNode json, String field) {
        return Instant.parse(json.get(field).asText());
    }

    /** Of each alert; the file has them by event time. */
    private List<JsonNode> lastRevisions(String file) throws IOException {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        for (String line : read("one", file).lines().toList()) {
            JsonNode alert = JSON.readTree(line);
            last.put(alert.get("header").get("alert_id").asText(), alert);
        }
        return new ArrayList<>(last.values());
    }

    private void replay(Path input, String output, int parallelism) {
        StringWriter printed = new StringWriter();
        int exit =
                new CommandLine(new ReplayCommand())
                        .setOut(new PrintWriter(printed))
                        .setErr(new PrintWriter(printed))
                        .execute(
                                "--input", input.toString(),
                                "--roads", SAMPLE.resolve("roads.odo").toString(),
                                "--vehicles", SAMPLE.resolve("vehicles.jsonl").toString(),
                                "--speed-limits", SAMPLE.resolve("speed-limits.jsonl").toString(),
                                "--geofences", SAMPLE.resolve("geofences.jsonl").toString(),
                                "--output", folder.resolve(output).toString(),
                                "--parallelism", "" + parallelism);
        assertThat(exit).as(printed.toString()).isZero();
    }

    private String read(String output, String file) throws IOException {
        return Files.readString(folder.resolve(output).resolve(file));
    }

    /** Each next record comes from a vehicle drawn at random; each vehicle's own order is kept. */
    private static void shuffleAcrossVehicles(Path from, Path to, long seed) throws IOException {
        Map<ByteBuffer, Deque<GenericRecord>> vehicles = new LinkedHashMap<>();
        try (DataFileReader<GenericRecord> reader =
                new DataFileReader<>(from.toFile(), new GenericDatumReader<>())) {
            for (GenericRecord record : reader) {
                vehicles.computeIfAbsent((ByteBuffer) record.get("key"), k -> new ArrayDeque<>())
                        .add(record);
            }
        }
        assertThat(vehicles).hasSizeGreaterThan(40);
        SplittableRandom random = new SplittableRandom(seed);
        List<Deque<GenericRecord>> left = new ArrayList<>(vehicles.values());
        try (DataFileWriter<GenericRecord> writer =
                new DataFileWriter<>(new GenericDatumWriter<GenericRecord>())) {
            writer.create(CapturedRecord.getClassSchema(), to.toFile());
            while (!left.isEmpty()) {
                Deque<GenericRecord> vehicle = left.get(random.nextInt(left.size()));
                writer.append(vehicle.remove());
                if (vehicle.isEmpty()) {
                    left.remove(vehicle);
                }
            }
        }
    }
}
