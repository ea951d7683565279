// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayITCase {

    private static final int RECORDS = Recordings.fleet().size();

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();

    @Test
    void aRecordingBecomesAlertsAndAnAccount() throws IOException {
        Path input = Files.write(folder.resolve("drive.jsonl"), Recordings.lines());

        assertThat(replay(List.of(input), "out")).isZero();

        assertThat(alerts("out"))
                .extracting(alert -> alert.at("/header/vehicle_id").asText())
                .containsExactlyElementsOf(Recordings.CRASHED);
        assertThat(alerts("out").get(0).at("/header/event_time").asText())
                .isEqualTo("2026-03-02T07:00:21.274Z");
        assertThat(read("out", OutputFolder.DEAD_LETTERS)).isEmpty();
        assertThat(read("out", OutputFolder.ACCOUNT))
                .isEqualTo(
                        "{\"in\":%1$d,\"used\":%1$d,\"duplicate\":0,\"late\":0,\"dead_lettered\":0,"
                                        .formatted(RECORDS)
                                + "\"dead_lettered_by_reason\":{}}\n");
        assertThat(out.toString()).contains("revisions of crash alerts").contains("balances");
        assertThat(json(read("out", OutputFolder.CRASH_EVIDENCE)))
                .extracting(evidence -> evidence.get("alert_id"))
                .containsExactlyElementsOf(
                        alerts("out").stream().map(a -> a.at("/header/alert_id")).toList());
        assertThat(filesIn("out")).hasSize(4);
    }

    @Test
    void parallelismAndTheOrderOfVehiclesLeaveNoTrace() throws IOException {
        List<String> bad = List.of("not json", "{\"vehicle_id\":\"v\"}");
        Path first = folder.resolve("drive.jsonl");
        Files.write(first, concat(Recordings.lines(), bad));
        replay(List.of(first), "one");
        replay(List.of(first), "four", "--parallelism", "4");
        Files.write(first, concat(Recordings.shuffledAcrossVehicles(7), bad));
        replay(List.of(first), "shuffled", "--parallelism", "3");

        assertThat(alerts("one")).hasSize(3);
        assertThat(contents("four")).isEqualTo(contents("one"));
        assertThat(contents("shuffled")).isEqualTo(contents("one"));
    }

    @Test
    void everyFormOfRecordingGivesTheSameAlerts() throws IOException {
        Path lines = Files.write(folder.resolve("drive.jsonl"), Recordings.lines());
        Path zipped = Files.write(folder.resolve("drive.jsonl.gz"), gzip(Recordings.lines()));
        Path telemetry = folder.resolve("telemetry.avro");
        Recordings.writeTelemetry(telemetry);
        Path capture = folder.resolve("capture.avro");
        Recordings.writeCapture(capture);

        replay(List.of(lines), "lines");
        replay(List.of(zipped), "zipped");
        replay(List.of(telemetry), "telemetry");
        replay(List.of(capture), "capture");

        String alerts = read("lines", OutputFolder.CRASH_ALERTS);
        assertThat(alerts("lines")).hasSize(3);
        assertThat(read("zipped", OutputFolder.CRASH_ALERTS)).isEqualTo(alerts);
        assertThat(read("telemetry", OutputFolder.CRASH_ALERTS)).isEqualTo(alerts);
        assertThat(read("capture", OutputFolder.CRASH_ALERTS)).isEqualTo(alerts);
        JsonNode broken = deadLetters("capture").get(0);
        assertThat(broken.get("reason").asText()).isEqualTo("NOT_SINGLE_OBJECT");
        assertThat(broken.get("source").asText()).isEqualTo("telemetry.raw");
        assertThat(broken.get("source_offset").asLong()).isEqualTo(RECORDS);
        assertThat(broken.get("value").asText()).isEqualTo("AQL/");
        assertThat(broken.has("value_text")).isFalse();
    }

    @Test
    void severalFilesAreReadInTheOrderGiven() throws IOException {
        List<String> lines = Recordings.lines();
        Path early = Files.write(folder.resolve("b.jsonl"), lines.subList(0, RECORDS / 2));
        Path late = Files.write(folder.resolve("a.jsonl"), lines.subList(RECORDS / 2, RECORDS));

        assertThat(replay(List.of(early, late), "out")).isZero();

        assertThat(alerts("out")).hasSize(3);
        assertThat(account("out").get("used").asLong()).isEqualTo(RECORDS);
    }

    @Test
    void aBadLineNamesFileLineAndReasonAndTheRestIsProcessed() throws IOException {
        List<String> lines = new ArrayList<>(Recordings.lines());
        lines.add(3, "{\"vehicle_id\": ü");
        Path input = Files.write(folder.resolve("drive.jsonl"), lines);

        assertThat(replay(List.of(input), "out")).isZero();

        assertThat(alerts("out")).hasSize(3);
        assertThat(deadLetters("out")).hasSize(1);
        JsonNode letter = deadLetters("out").get(0);
        assertThat(letter.get("source").asText()).isEqualTo(input.toString());
        assertThat(letter.get("source_offset").asLong()).isEqualTo(4);
        assertThat(letter.get("reason").asText()).isEqualTo("MALFORMED_TEXT");
        assertThat(letter.get("value_text").asText()).isEqualTo("{\"vehicle_id\": ü");
        assertThat(out.toString()).contains("1 MALFORMED_TEXT").contains("balances");
    }

    @Test
    void aFileCutOffCountsUpToThereAndTheNextOneIsRead() throws IOException {
        byte[] zipped = gzip(Recordings.lines());
        Path cut = folder.resolve("cut.jsonl.gz");
        Files.write(cut, Arrays.copyOf(zipped, zipped.length * 3 / 4));
        Path whole = Files.write(folder.resolve("whole.jsonl"), Recordings.lines());

        assertThat(replay(List.of(cut, whole), "out")).isZero();

        assertThat(alerts("out")).hasSize(3);
        JsonNode letter = deadLetters("out").get(0);
        assertThat(letter.get("source").asText()).isEqualTo(cut.toString());
        assertThat(letter.get("reason").asText()).isEqualTo("TRUNCATED");
        assertThat(account("out").get("in").asLong())
                .isEqualTo(RECORDS + letter.get("source_offset").asLong());
        assertThat(account("out").get("duplicate").asLong())
                .isEqualTo(letter.get("source_offset").asLong() - 1);
    }

    private int replay(List<Path> inputs, String output, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--input");
        inputs.forEach(input -> arguments.add(input.toString()));
        arguments.addAll(List.of("--output", folder.resolve(output).toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
    }

    private String read(String output, String name) throws IOException {
        return Files.readString(folder.resolve(output).resolve(name));
    }

    private Map<String, String> contents(String output) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : filesIn(output)) {
            contents.put(file.getFileName().toString(), Files.readString(file));
        }
        return contents;
    }

    private List<Path> filesIn(String output) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(output))) {
            return files.toList();
        }
    }

    /** The first revision of each alert. */
    private List<JsonNode> alerts(String output) throws IOException {
        return json(read(output, OutputFolder.CRASH_ALERTS)).stream()
                .filter(alert -> alert.at("/header/revision").asInt() == 1)
                .toList();
    }

    private List<JsonNode> deadLetters(String output) throws IOException {
        return json(read(output, OutputFolder.DEAD_LETTERS));
    }

    private JsonNode account(String output) throws IOException {
        return json(read(output, OutputFolder.ACCOUNT)).get(0);
    }

    private static List<JsonNode> json(String lines) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            nodes.add(mapper.readTree(line));
        }
        return nodes;
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static byte[] gzip(List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (String line : lines) {
                gzip.write((line + "\n").getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
