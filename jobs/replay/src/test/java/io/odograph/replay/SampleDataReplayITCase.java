// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import static org.assertj.core.api.Assertions.assertThat;

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
        for (String file :
                List.of(
                        OutputFolder.ALERTS,
                        OutputFolder.EVIDENCE,
                        OutputFolder.DEAD_LETTERS,
                        OutputFolder.ACCOUNT)) {
            assertThat(read("four", file)).as(file).isEqualTo(read("one", file));
            assertThat(read("shuffled", file)).as(file).isEqualTo(read("one", file));
        }
    }

    private void assertCrashesAreTheExpectedOnes() throws IOException {
        List<String> expected = Files.readAllLines(SAMPLE.resolve("expected/alerts.crash.jsonl"));
        List<JsonNode> found = lastRevisions();
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

    /** Of the alerts that were not taken back; the file has them by event time. */
    private List<JsonNode> lastRevisions() throws IOException {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        for (String line : read("one", OutputFolder.ALERTS).lines().toList()) {
            JsonNode alert = JSON.readTree(line);
            last.put(alert.get("header").get("alert_id").asText(), alert);
        }
        return last.values().stream()
                .filter(alert -> !alert.get("stage").asText().equals("DISMISSED"))
                .toList();
    }

    private void replay(Path input, String output, int parallelism) {
        StringWriter printed = new StringWriter();
        int exit =
                new CommandLine(new ReplayCommand())
                        .setOut(new PrintWriter(printed))
                        .setErr(new PrintWriter(printed))
                        .execute(
                                "--input", input.toString(),
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
