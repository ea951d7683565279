// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.evaluate.Floor;
import io.odograph.udfs.geo.Area;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarkFencesTest {

    @Test
    void itComparesAllContendersOnTheSameAnswers() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                new CommandLine(new BenchmarkCommand())
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .execute("fences", "--quick");

        assertThat(code).as(err.toString() + out).isZero();
        assertThat(out.toString().lines())
                .filteredOn(line -> line.matches("(Odograph|JTS|S2|H3).*\\d\\.\\d\\d .*"))
                .hasSize(2 * 5);
        assertThat(out.toString())
                .contains("1,000 fences", "10,000 fences", "bytes/fence", "updates/s")
                .contains("10,000 fences: positions that differ from JTS");
    }

    @Test
    void everyContenderFindsTheFenceThatAPositionIsIn() {
        FencePlaces places = new FencePlaces(5);
        Area.Ring[] fences = places.fences(40);
        // An even one is convex: its middle is inside.
        Area.Ring convex = fences[6];
        int latitude = middle(convex.latitudes());
        int longitude = middle(convex.longitudes());
        for (FenceFinder finder :
                List.of(
                        new OdographFences(fences),
                        JtsFences.ray(fences),
                        JtsFences.prepared(fences),
                        new S2Fences(fences),
                        new H3Fences(fences))) {
            assertThat(finder.answer(latitude, longitude)).as(finder.name()).contains(6);
            assertThat(finder.answer(0, 0)).as(finder.name()).isEmpty();
        }
    }

    @Test
    void whatIsSlowOrLargeOrWrongMissesItsFloor() {
        FencesResult some = result(100_000, 1_400_000, 401, 1, 1);
        FencesResult many = result(1_000_000, 240_000, 300, 3, 0);

        assertThat(FencesReport.floors(List.of(some, many)))
                .extracting(Floor::met)
                .containsExactly(false, false, false, true, true, false, false);
        FencesResult good = result(1_000_000, 260_000, 300, 1.9, 0);
        assertThat(FencesReport.floors(List.of(good))).allMatch(Floor::met);
    }

    private static FencesResult result(
            int fences, double rate, double bytes, double build, int differing) {
        Timing timing = new Timing(new double[] {rate}, 0, 1);
        return new FencesResult(
                fences,
                List.of(new FencesResult.Row("Odograph", build, bytes, timing, 1, differing)),
                1);
    }

    private static int middle(int[] values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return (int) (sum / values.length);
    }
}
