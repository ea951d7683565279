// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkCommandTest {

    private static final Path ROOT = Path.of(System.getProperty("odograph.root"));
    private static final String RECORDINGS = System.getProperty("odograph.recordings", "");

    /** Name, fixes, rate, least, most, ratio, bytes, share, and three shares that are right. */
    private static final Pattern ROW =
            Pattern.compile(
                    "(Odograph|GraphHopper),? .*?( +[\\d,]+){4} +[\\d.]+( +[\\d,]+){2}( +\\d+\\.\\d\\d){3}");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            new CommandLine(new BenchmarkCommand())
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true));

    @Test
    void itComparesAllContendersAtAllIntervals() {
        Path town = ROOT.resolve("sample-data").resolve("roads.osm");

        int code =
                command.execute("matching", "--quick", "--drives", "1", "--osm", town.toString());

        // How fast this machine is just now is not for a test to judge.
        assertThat(code).as(err.toString()).isIn(0, 1);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.stream().filter(line -> ROW.matcher(line).matches())).hasSize(4 * 6);
        assertThat(lines)
                .filteredOn(line -> line.contains(" *"))
                .hasSize(4)
                .allMatch(line -> line.startsWith("GraphHopper batch, sigma"));
        assertThat(out.toString())
                .contains("every 1 s ", "every 5 s ", "every 15 s ", "every 30 s ")
                .contains("state of a vehicle, bytes")
                .contains("opening the roads")
                .contains("every 1 s: Odograph, lag 2, times as fast as GraphHopper batch");
    }

    @Test
    void bothNetworksOfTheSameRealMapAgree() throws IOException {
        assumeThat(RECORDINGS).as("set odograph.recordings to try a real map").isNotEmpty();
        Path andorra = Path.of(RECORDINGS, "osm", "andorra.osm.pbf");

        try (MatchingTrial trial = MatchingTrial.of(andorra, 1)) {
            assertThat(trial.drives()).isEqualTo(1);
            for (Contender contender : List.of(trial.odograph(), trial.batch(10))) {
                Quality quality = Quality.NONE;
                for (Trace trace : trial.traces(15)) {
                    long[] answers = contender.answers(trace);
                    quality = quality.plus(Quality.of(trace, answers, trial.ways()));
                }
                assertThat(quality.percent(quality.rightSide()))
                        .as(contender.name())
                        .isGreaterThan(80);
            }
        }
    }

    @Test
    void aFileThatIsNotThereIsWrongUsage() {
        assertThat(command.execute("matching", "--osm", "nowhere.osm")).isEqualTo(2);
        assertThat(err.toString()).contains("--osm: there is no file nowhere.osm");
    }

    @Test
    void aNegativeNumberOfDrivesIsWrongUsage() {
        assertThat(command.execute("matching", "--drives", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--drives must be 1 or more");
    }

    @Test
    void aloneItExplainsItself() {
        assertThat(command.execute()).isZero();
        assertThat(out.toString()).contains("matching").contains("fences").contains("jmh");
    }

    @Test
    void jmhKnowsTheBenchmarks() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(
                        MatchingBenchmark.class.getResourceAsStream("/META-INF/BenchmarkList"))) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(
                            "odograph",
                            "odographAlone",
                            "graphHopperBatch",
                            "graphHopperNearest",
                            "odographFences",
                            "jtsTree",
                            "odographUpdate");
        }
    }

    @Test
    void jmhTakesTheBenchmarksThatWereNamed() {
        assertThat(
                        BenchmarkJmh.options("odograph", Path.of("roads.osm"), true)
                                .build()
                                .getIncludes())
                .containsExactly("odograph");
    }
}
