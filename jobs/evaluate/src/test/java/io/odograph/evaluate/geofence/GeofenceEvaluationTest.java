// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.evaluate.EvaluateCommand;
import io.odograph.roads.RoadSource;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.road.RoadPoint;
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

class GeofenceEvaluationTest {

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
        GeofenceEvaluation one = GeofenceEvaluation.of(GeofenceTrial.of(town, 2, 5), 20, 5, 1);
        GeofenceEvaluation four = GeofenceEvaluation.of(GeofenceTrial.of(town, 2, 5), 20, 5, 4);

        assertThat(one.rows()).isEqualTo(four.rows());
        assertThat(one.nights()).isEqualTo(four.nights());
        assertThat(one.tows()).isEqualTo(four.tows());
    }

    @Test
    void theTruthIsTheCrossingOfTheTrueWayToATenthOfASecond() {
        GeofenceTrial trial = GeofenceTrial.of(town, 3, 1);
        int crossings = 0;
        for (int i = 0; i < 3; i++) {
            Tour tour = trial.tours().get(i);
            for (DrawnFence fence : trial.fences().get(i)) {
                for (Profile.Stretch stretch : Profile.of(tour, fence).stretches()) {
                    if (stretch.from() > 0) {
                        crossings++;
                        assertThat(beyond(tour, fence, stretch.from() - 0.1)).isLessThan(0.1);
                        assertThat(beyond(tour, fence, stretch.from() + 0.1)).isGreaterThan(-0.1);
                    }
                }
            }
        }
        assertThat(crossings).isGreaterThan(30);
    }

    private static double beyond(Tour tour, DrawnFence fence, double time) {
        RoadPoint point = tour.at(time);
        return fence.beyond(new Spot(point.latitude(), point.longitude()));
    }

    @Test
    void whatIsNotToldIsMissedAndWhatNeverWasIsWrong() {
        GeofenceTrial trial = GeofenceTrial.of(town, 4, 1);
        VisitRule rule = VisitRule.stays(5, 1, 0);
        VisitScore silent = VisitScore.NONE;
        VisitScore invented = VisitScore.NONE;
        for (int i = 0; i < 4; i++) {
            for (DrawnFence fence : trial.fences().get(i)) {
                Profile truth = Profile.of(trial.tours().get(i), fence);
                silent = silent.plus(VisitScore.of("", fence, truth, List.of(), rule));
                if (truth.farthest(0, truth.duration()) < -100) {
                    Told never = new Told(10, 200, true, true, 20, false);
                    invented = invented.plus(VisitScore.of("", fence, truth, List.of(never), rule));
                }
            }
        }
        assertThat(silent.expected()).isGreaterThan(20);
        assertThat(silent.found()).isZero();
        assertThat(invented.told()).isGreaterThan(5).isEqualTo(invented.wrong());
    }

    @Test
    void aNightIsParkedAsFarFromTheLineAsItSays() {
        for (int i = 0; i < 60; i++) {
            Night night = Night.draw(new Rng(3).fork(i));
            double inside =
                    -night.fence()
                            .geometry()
                            .distance(night.place().latitudeE7(), night.place().longitudeE7());

            assertThat(inside).isCloseTo(night.offset(), within(0.5));
            assertThat(night.records().size()).isBetween(120, 1_210);
        }
    }

    @Test
    void itPrintsTheTablesAndWritesTheNumbers() throws Exception {
        Path json = folder.resolve("result.json");

        int code =
                command.execute(
                        "geofence",
                        "--osm",
                        TOWN.toString(),
                        "--tours",
                        "1",
                        "--nights",
                        "10",
                        "--json",
                        json.toString());

        boolean met = !out.toString().contains("NOT MET");
        assertThat(code).isEqualTo(met ? 0 : 1);
        assertThat(out.toString())
                .contains("STAYS")
                .contains("CROSSINGS")
                .contains("PARKED")
                .contains("FLOORS")
                .contains("20 m, 30 s");
        assertThat(Files.readString(json)).startsWith("{").contains("\"neverInside\"");
    }

    @Test
    void itDrawsAMapOfAVisit() throws Exception {
        int code =
                command.execute(
                        "geofence",
                        "--osm",
                        TOWN.toString(),
                        "--tours",
                        "1",
                        "--plot",
                        folder.resolve("new").toString());

        assertThat(code).isZero();
        Path file = folder.resolve("new").resolve("geofence-1.svg");
        Document svg =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getElementsByTagName("circle").getLength()).isGreaterThan(10);
        assertThat(svg.getDocumentElement().getTextContent())
                .contains("in at ")
                .contains("out at ")
                .doesNotContain("NaN");
    }

    @Test
    void whatItCannotDoIsWrongUsage() {
        assertThat(command.execute("geofence", "--osm", "/no/such.osm")).isEqualTo(2);
        assertThat(command.execute("geofence", "--tours", "0")).isEqualTo(2);
        assertThat(command.execute("geofence", "--tours", "3", "--tour", "4")).isEqualTo(2);

        assertThat(err.toString()).contains("/no/such.osm").contains("--tours");
    }
}
