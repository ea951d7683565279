// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.evaluate.EvaluateCommand;
import io.odograph.roads.RoadSource;
import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import picocli.CommandLine;

class SpeedingEvaluationTest {

    private static final Path TOWN = Path.of("..", "..", "sample-data", "roads.osm");

    private static RoadNetwork town;

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            new CommandLine(new EvaluateCommand())
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true));

    @BeforeAll
    static void importTown() throws IOException {
        town = RoadSource.open(TOWN);
    }

    @Test
    void theNumberOfThreadsChangesNoNumber() {
        SpeedingTrial trial = SpeedingTrial.of(town, 3, 5);

        assertThat(SpeedingEvaluation.of(trial, 2, 1).rows())
                .isEqualTo(SpeedingEvaluation.of(SpeedingTrial.of(town, 3, 5), 2, 4).rows());
    }

    @Test
    void withoutNoiseNearlyEveryFixIsRight() {
        SpeedingTrial trial = SpeedingTrial.of(town, 6, 1);
        MatchScore score = MatchScore.NONE;
        for (int drive = 0; drive < 6; drive++) {
            score = score.plus(trial.match(drive, new Condition(0.01, 1, true), 2));
        }

        assertThat(score.percent(score.rightLimit())).isGreaterThan(99.5);
        assertThat(score.percent(score.rightEdge())).isGreaterThan(98);
        assertThat(score.fixes())
                .isEqualTo(
                        score.rightLimit() + score.tooLow() + score.tooHigh() + score.unmatched());
    }

    @Test
    void everyEpisodeOfAGoodReceiverIsFoundAndNoneIsInvented() {
        SpeedingTrial trial = SpeedingTrial.of(town, 8, 1);
        EpisodeScore score = EpisodeScore.NONE;
        for (int drive = 0; drive < 8; drive++) {
            score = score.plus(trial.detect(drive, new Condition(3, 1, true), 2));
        }

        assertThat(score.expected()).isGreaterThan(2);
        assertThat(score.found()).isEqualTo(score.expected());
        assertThat(score.wrong()).isZero();
        assertThat(score.peakError() / score.found()).isCloseTo(1, within(1.0));
    }

    @Test
    void aReceiverReportsAsOftenAndAsWellAsItsConditionSays() {
        SpeedingTrial trial = SpeedingTrial.of(town, 1, 1);

        List<Fix> slow = trial.fixes(0, new Condition(10, 15, false), 4);

        assertThat(slow.get(0).time()).isEqualTo(4);
        assertThat(slow.get(1).time()).isEqualTo(19);
        assertThat(slow).allMatch(fix -> Float.isNaN(fix.heading()));
        double squares = 0;
        List<Fix> fast = trial.fixes(0, new Condition(10, 1, true), 0);
        for (Fix fix : fast) {
            double north = (fix.latitude() - fix.truth().latitude()) * 111_195;
            squares += north * north;
        }
        assertThat(Math.sqrt(squares / fast.size())).isCloseTo(10, within(4.0));
    }

    @Test
    void itPrintsTheTablesAndWritesTheNumbers() throws Exception {
        Path json = folder.resolve("result.json");

        int code =
                command.execute(
                        "speeding",
                        "--osm",
                        TOWN.toString(),
                        "--drives",
                        "2",
                        "--json",
                        json.toString());

        boolean met = !out.toString().contains("NOT MET");
        assertThat(code).isEqualTo(met ? 0 : 1);
        assertThat(out.toString())
                .contains("MAP MATCHING")
                .contains("EPISODES OF SPEEDING")
                .contains("FLOORS")
                .contains("20 m, 30 s, no heading");
        assertThat(Files.readString(json)).startsWith("{").contains("\"sureTooLow\"");
    }

    @Test
    void itDrawsAMapOfADrive() throws Exception {
        int code =
                command.execute(
                        "speeding",
                        "--osm",
                        TOWN.toString(),
                        "--drives",
                        "2",
                        "--plot",
                        "2",
                        "--output",
                        folder.resolve("new").toString());

        assertThat(code).isZero();
        Path file = folder.resolve("new").resolve("speeding-2.svg");
        Document svg =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getElementsByTagName("circle").getLength()).isGreaterThan(60);
        assertThat(svg.getElementsByTagName("polyline").getLength()).isGreaterThan(50);
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("by 30 km/h")
                .doesNotContain("NaN");
    }

    @Test
    void whatItCannotDoIsWrongUsage() {
        assertThat(command.execute("speeding", "--osm", "/no/such.osm")).isEqualTo(2);
        assertThat(command.execute("speeding", "--drives", "0")).isEqualTo(2);
        assertThat(command.execute("speeding", "--lag", "9")).isEqualTo(2);
        assertThat(command.execute("speeding", "--drives", "3", "--plot", "4")).isEqualTo(2);

        assertThat(err.toString()).contains("/no/such.osm").contains("--drives").contains("0..8");
    }
}
