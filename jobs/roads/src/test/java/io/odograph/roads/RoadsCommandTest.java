// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RoadsCommandTest {

    private static final OsmXml TOWN =
            new OsmXml()
                    .nodeAt(1, 49.43, 8.69)
                    .nodeAt(2, 49.43, 8.70)
                    .nodeAt(3, 49.44, 8.70)
                    .way(
                            10,
                            "highway=primary, name=Main Street, maxspeed=70, maxspeed:hgv=60,"
                                    + " maxspeed:conditional=30 @ (Mo-Fr 22:00-06:00)",
                            1,
                            2)
                    .way(11, "highway=motorway_link, oneway=yes, maxspeed=50;70", 2, 3);

    @TempDir private Path folder;
    private Path input;
    private Path output;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void prepare() throws IOException {
        input = TOWN.writeGzip(folder.resolve("town.osm.gz"));
        output = folder.resolve("roads.odo");
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(new RoadsCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(false)
                .execute(args);
    }

    private int importTown() {
        return run(
                "import",
                input.toString(),
                "-o",
                output.toString(),
                "--country",
                "DE",
                "--time-zone",
                "Europe/Berlin");
    }

    private void assertOnlyInput() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(input);
        }
    }

    @Test
    void anImportTellsWhatItFoundAndMade() throws IOException {
        assertThat(importTown()).isZero();

        assertThat(out.toString())
                .contains("class ", "primary ", "motorway ")
                .contains("conditional limits: 1 ways; 1 understood")
                .contains("malformed values: 1\n  way 11: maxspeed=50;70")
                .contains("best of them")
                .contains("2 edges, 3 directed")
                .contains("network version ");
        assertThat(output).exists();
        assertThat(Files.getPosixFilePermissions(output))
                .as("others run the jobs")
                .isEqualTo(Files.getPosixFilePermissions(input));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(input, output);
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        importTown();
        byte[] first = Files.readAllBytes(output);
        importTown();

        assertThat(Files.readAllBytes(output)).isEqualTo(first);
    }

    @Test
    void aForeignFileIsWrongUsageAndLeavesNothing() throws IOException {
        Files.writeString(input, "no map");
        Files.writeString(folder.resolve("roads.odo.unfinished"), "of an import that was killed");

        assertThat(importTown()).isEqualTo(2);

        assertThat(err.toString()).contains("town.osm.gz: is not OpenStreetMap data");
        assertOnlyInput();
    }

    @Test
    void aDamagedFileLeavesTheRoadFileThatWasThere() throws IOException {
        importTown();
        byte[] before = Files.readAllBytes(output);
        byte[] bytes = Files.readAllBytes(input);
        Files.write(input, Arrays.copyOf(bytes, bytes.length - 30));

        assertThat(importTown()).isEqualTo(2);

        assertThat(err.toString()).contains("truncated");
        assertThat(Files.readAllBytes(output)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "--country, Germany, 'Germany is not a code'",
        "--country, de, 'de is not a code'",
        "--time-zone, Berlin, 'there is no Berlin'"
    })
    void wrongOptionsAreNamed(String option, String value, String message) throws IOException {
        assertThat(run("import", input.toString(), "-o", output.toString(), option, value))
                .isEqualTo(2);

        assertThat(err.toString()).contains(option + ": " + message);
        assertOnlyInput();
    }

    @Test
    void aMissingInputIsNamed() {
        assertThat(run("import", "nowhere.osm", "-o", output.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("nowhere.osm is not a file");
    }

    @Test
    void aPlaceIsExplained() {
        importTown();

        assertThat(run("show", "--at", "49.4301,8.695", output.toString())).isZero();

        assertThat(out.toString())
                .contains("11.1 m  way 10 \"Main Street\", primary, heading 90")
                .contains("heading 270")
                .contains("70 km/h, posted, confidence 0.98")
                .contains("30 km/h for all, Mon Tue Wed Thu Fri 22:00-06:00, posted")
                .contains("60 km/h for heavy truck, posted")
                .doesNotContain("=>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-04T12:00|HEAVY_TRUCK|heavy truck at 2026-03-04T12:00: 60 km/h",
                "2026-03-04T12:00|PASSENGER_CAR|passenger car at 2026-03-04T12:00: 70 km/h",
                "2026-03-04T23:00|HEAVY_TRUCK|heavy truck at 2026-03-04T23:00: 30 km/h",
                "2026-03-04T22:30:00Z|BUS|bus at 2026-03-04T23:30: 30 km/h (Europe/Berlin)"
            })
    void whatHoldsForAVehicleAtATimeIsTold(String time, String vehicleClass, String expected) {
        importTown();

        run(
                "show",
                "--at",
                "49.43,8.695",
                "--heading",
                "80",
                "--time",
                time,
                "--class",
                vehicleClass,
                output.toString());

        assertThat(out.toString()).contains("=> " + expected).doesNotContain("heading 270");
    }

    @Test
    void anEstimateIsToldFromASign() {
        importTown();

        run("show", "--at", "49.435,8.70", output.toString());

        assertThat(out.toString())
                .contains("way 11, motorway, ramp, heading 0")
                .contains("none, by law without signs, confidence 0.27, not bounded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere.odo", "."})
    void aRoadFileThatIsNoFileIsNamed(String file) {
        assertThat(run("show", "--at", "49.43,8.69", file)).isEqualTo(2);
        assertThat(err.toString()).contains(file + " is not a file");

        assertThat(run("verify", file)).isEqualTo(2);
        assertThat(err.toString()).contains(file + " is not a file");
    }

    @Test
    void farFromAnyRoadThereIsNothingToExplain() {
        importTown();

        assertThat(run("show", "--at", "49.5,8.695", output.toString())).isOne();

        assertThat(out.toString()).contains("no road within 100 m");
    }

    @ParameterizedTest
    @CsvSource({
        "--at, Heidelberg",
        "--at, '95,8.69'",
        "--at, '49.43,200'",
        "--time, tonight",
        "--heading, 999.0",
        "--heading, NaN"
    })
    void aPlaceTimeOrHeadingThatIsNoneIsNamed(String option, String value) {
        importTown();
        String at = option.equals("--at") ? value : "49.43,8.69";
        String last = option.equals("--at") ? "--time=2026-03-04T12:00" : option + "=" + value;

        assertThat(run("show", "--at", at, last, output.toString())).isEqualTo(2);

        assertThat(err.toString()).contains(option + ": " + value);
    }

    @Test
    void aWholeFileIsVerifiedAndADamagedOneFound() throws IOException {
        importTown();
        assertThat(run("verify", output.toString())).isZero();
        assertThat(out.toString())
                .contains("roads.odo is whole: network version ")
                .contains("made from town.osm.gz, data of 2025-01-02T03:04:05Z")
                .contains("OpenStreetMap contributors, ODbL 1.0")
                .contains("CC BY-SA 2.0");

        byte[] bytes = Files.readAllBytes(output);
        bytes[bytes.length - 5] ^= 1;
        Files.write(output, bytes);

        assertThat(run("verify", output.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("roads.odo");
    }

    @ParameterizedTest
    @CsvSource({"verify", "show"})
    void whatIsNoRoadFileIsNamed(String command) {
        String[] args =
                command.equals("show")
                        ? new String[] {"show", "--at", "49.43,8.69", input.toString()}
                        : new String[] {"verify", input.toString()};

        assertThat(run(args)).isEqualTo(2);
        assertThat(err.toString()).contains("town.osm.gz");
    }

    @Test
    void aloneItExplainsItself() {
        assertThat(run()).isZero();

        assertThat(out.toString()).contains("import", "show", "verify");
    }
}
