// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odograph.roads.estimate.Reliability;
import io.odograph.roads.tags.MalformedValue;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real extracts, where the system property {@code odograph.recordings} names their folder. */
class ExtractsTest {

    private static Imported extract(String name) throws IOException {
        String folder = System.getProperty("odograph.recordings", "");
        Path file = Path.of(folder, "osm", name);
        assumeTrue(
                !folder.isEmpty() && Files.exists(file),
                "skipped: odograph.recordings names no folder with osm/" + name);
        RoadImport.Result result = new RoadImport(file, null, null).run();
        return new Imported(result.builder().build(), result.report());
    }

    @Test
    void heidelberg() throws IOException {
        Imported heidelberg = extract("heidelberg.osm.pbf");
        ImportReport report = heidelberg.report();
        RoadNetwork network = heidelberg.network();

        // 7,295 with five areas and those that are closed to cars.
        assertThat(report.generalWays()).isEqualTo(7_257);
        assertThat(report.text()).contains("33 more roads are closed to cars");
        assertThat(report.conditionalWays()).isEqualTo(22);
        assertThat(report.conditionals().understood()).isEqualTo(21);
        assertThat(report.conditionals().wet()).isOne();
        assertThat(report.malformed()).isEmpty();
        assertThat(report.turns().applied).isGreaterThan(400);
        assertThat(network.region(0).country()).isEqualTo("DE");
        assertThat(network.region(0).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(network.origin().dataTime()).isNotNull();

        int[] best = report.holdOut().outcomes();
        assertThat(best[0] / (double) (best[0] + best[1] + best[2])).isGreaterThan(0.75);
        Reliability reliability = report.holdOut().reliability();
        assertThat(reliability.claimed()).isCloseTo(reliability.exact(), within(0.03));
        assertThat(reliability.held()).isGreaterThan(0.93);
        assertThat(reliability.bounded()).isGreaterThan(0.9);
    }

    @Test
    void inHeidelbergNoEstimateIsInsane() throws IOException {
        RoadNetwork network = extract("heidelberg.osm.pbf").network();
        for (int key = 0; key < 2 * network.edgeCount(); key++) {
            RoadLimit limit = network.limit(key);
            if (!network.isDrivable(key) || limit.source().isStated()) {
                continue;
            }
            RoadClass roadClass = network.roadClass(key >> 1);
            double most =
                    roadClass == RoadClass.LIVING_STREET
                            ? 20
                            : roadClass == RoadClass.RESIDENTIAL ? 60 : Double.POSITIVE_INFINITY;
            assertThat((double) limit.kmh()).isLessThanOrEqualTo(most);
            assertThat(limit.upperBound()).isGreaterThanOrEqualTo(limit.kmh());
            assertThat(limit.confidence()).isBetween(0f, 1f);
        }
    }

    @Test
    void columbusIsInMilesPerHourAndExact() throws IOException {
        RoadNetwork network = extract("columbus.osm.pbf").network();
        TreeMap<String, Integer> posted = new TreeMap<>();
        for (int key = 0; key < 2 * network.edgeCount(); key++) {
            RoadLimit limit = network.limit(key);
            if (network.isDrivable(key) && limit.source() == LimitSource.POSTED) {
                posted.merge(
                        (limit.kind() == LimitKind.VALUE ? "" + limit.value() : limit.kind())
                                + (limit.mph() ? " mph" : ""),
                        1,
                        Integer::sum);
            }
        }

        assertThat(network.region(0).country()).isEqualTo("US");
        assertThat(network.region(0).zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(posted).containsKeys("25.0 mph", "35.0 mph", "65.0 mph");
        int mph =
                posted.entrySet().stream()
                        .filter(entry -> entry.getKey().endsWith("mph"))
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        assertThat(mph)
                .isGreaterThan(9 * posted.values().stream().mapToInt(Integer::intValue).sum() / 10);
    }

    @Test
    void andorraNamesItsMalformedWay() throws IOException {
        Imported andorra = extract("andorra.osm.pbf");

        assertThat(andorra.report().malformed())
                .containsExactly(new MalformedValue(61736208, "maxspeed", "90;30;90;30;90;30"));
        assertThat(andorra.report().keyCount(LimitSource.UNKNOWN)).isZero();
        assertThat(andorra.keys(61736208))
                .allSatisfy(
                        key ->
                                assertThat(andorra.network().limit(key).source())
                                        .isNotEqualTo(LimitSource.POSTED));
    }

    @Test
    void roundABerlinSquareAllIsPosted() throws IOException {
        Imported berlin = extract("berlin-siegessaeule.osm.gz");

        assertThat(berlin.report().generalWays()).isEqualTo(34);
        assertThat(berlin.report().keyCount(LimitSource.POSTED)).isEqualTo(35);
    }
}
