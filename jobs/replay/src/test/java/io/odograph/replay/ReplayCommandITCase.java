// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is refused before anything starts. */
class ReplayCommandITCase {

    @TempDir private Path folder;
    private final StringWriter err = new StringWriter();
    private String good = "";

    @BeforeEach
    void writeInput() throws IOException {
        good = Files.write(folder.resolve("good.jsonl"), Recordings.lines()).toString();
    }

    @Test
    void everyProblemIsToldAtOnce() throws IOException {
        Path notAvro = Files.writeString(folder.resolve("text.avro"), "text");
        Path other = Files.writeString(folder.resolve("drive.csv"), "a,b");
        Path options = Files.writeString(folder.resolve("options"), "crash.impact.no-such=1\n");

        int code =
                run(
                        "--input",
                        folder.resolve("missing.jsonl").toString(),
                        folder.toString(),
                        notAvro.toString(),
                        other.toString(),
                        good,
                        "--output",
                        good,
                        "--pipelines",
                        "crash,crush",
                        "--parallelism",
                        "0",
                        "--config",
                        options.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .contains("missing.jsonl: no such file")
                .contains(folder + ": is a folder")
                .contains("text.avro: it is not an Avro container file")
                .contains("drive.csv: unknown ending")
                .contains("output " + good + ": cannot be written")
                .contains("pipeline crush: unknown; known: crash, geofence, speeding")
                .contains("parallelism 0")
                .contains("crash.impact.no-such");
        assertThat(err.toString()).doesNotContain("good.jsonl: no");
    }

    @Test
    void whatIsWrongWithRoadsAndReferenceDataIsToldAtOnce() throws IOException {
        Path roads = Files.writeString(folder.resolve("roads.odo"), "no roads");
        Path vehicles =
                Files.writeString(
                        folder.resolve("vehicles.jsonl"),
                        "{\"vehicle_id\":\"car-1\",\"version\":1}\n{\"vehicle_id\":\"car 2\",\"version\":1}\n");
        Path limits =
                Files.writeString(folder.resolve("limits.jsonl"), "{\"override\":\"works\"}\n");
        Path fences =
                Files.writeString(
                        folder.resolve("fences.jsonl"),
                        fence("good", "[[8.0,50.0],[8.1,50.0],[8.1,50.1]]")
                                + fence("bow", "[[8.0,50.0],[8.1,50.1],[8.1,50.0],[8.0,50.1]]"));
        String out = folder.resolve("out").toString();

        assertThat(
                        run(
                                "--input", good,
                                "--output", out,
                                "--geofences", fences.toString(),
                                "--roads", roads.toString(),
                                "--vehicles", vehicles.toString(),
                                "--speed-limits", limits.toString()))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("roads.file: " + roads)
                .contains("vehicles.jsonl: line 2: vehicle_id is not")
                .contains("limits.jsonl: line 1: override is not a field of the schema")
                .contains("fences.jsonl: line 2: ")
                .contains("cross");
    }

    /** A place to be kept out of, of corners as longitude and latitude. */
    private static String fence(String id, String corners) {
        String points =
                corners.replaceAll("\\[([0-9.]+),([0-9.]+)]", "{\"longitude\":$1,\"latitude\":$2}")
                        .replace("[", "[{\"points\":[")
                        .replace("]", "]}]");
        return "{\"fence_id\":\"%s\",\"version\":1,\"kind\":\"KEEP_OUT\",".formatted(id)
                + "\"effective_from\":\"2026-01-01T00:00:00Z\","
                + "\"shape\":{\"kind\":\"POLYGON\",\"lines\":%s}}%n".formatted(points);
    }

    @Test
    void speedingNeedsRoadsAndGeofenceFencesAndReferenceDataNeedsOneOfThem() {
        String out = folder.resolve("out").toString();

        assertThat(
                        run(
                                "--input",
                                good,
                                "--output",
                                out,
                                "--pipelines",
                                "speeding,geofence",
                                "--speed-limits",
                                folder.resolve("none.jsonl").toString(),
                                "--vehicles",
                                folder.resolve("none.jsonl").toString()))
                .isEqualTo(2);
        assertThat(run("--input", good, "--output", out, "--roads", folder + "/none.odo"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("pipeline speeding: needs --roads")
                .contains("pipeline geofence: needs --geofences")
                .contains("speed-limits: only speeding reads them; it needs --roads")
                .contains("vehicles: only speeding and geofence read them")
                .contains("none.jsonl: no such file")
                .contains("none.odo: no such file");
    }

    @Test
    void outputsOfAnotherReplayGoWhereTheyAreReplaced() throws IOException {
        Path stale = folder.resolve("out").resolve(OutputFolder.SPEEDING_ALERTS);
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "of another replay");

        assertThat(run("--force", "--input", good, "--output", stale.getParent().toString()))
                .isZero();

        assertThat(stale).doesNotExist();
        assertThat(stale.resolveSibling(OutputFolder.CRASH_ALERTS)).exists();
    }

    @Test
    void anOutputFolderThatCannotBeMadeIsRefused() {
        assertThat(run("--input", good, "--output", good + "/below")).isEqualTo(2);

        assertThat(err.toString()).contains("cannot be written");
    }

    @Test
    void outputsThatAreThereAlreadyAreKeptUnlessForced() throws IOException {
        Path alerts = folder.resolve("out").resolve(OutputFolder.CRASH_ALERTS);
        Files.createDirectories(alerts.getParent());
        Files.writeString(alerts, "precious");

        assertThat(run("--input", good, "--output", alerts.getParent().toString())).isEqualTo(2);

        assertThat(err.toString()).contains("alerts.crash.jsonl there already; --force replaces");
        assertThat(alerts).hasContent("precious");

        assertThat(run("--force", "--input", good, "--output", alerts.getParent().toString()))
                .isZero();
        assertThat(Files.readAllLines(alerts)).hasSizeGreaterThan(Recordings.CRASHED.size());
    }

    private int run(String... arguments) {
        return new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
