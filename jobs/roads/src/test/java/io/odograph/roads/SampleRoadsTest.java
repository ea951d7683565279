// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.simulator.town.Town;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.speeding.EffectiveLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The road file of the sample data: made from its map, and true to the town that it shows. */
class SampleRoadsTest {

    private static final Path SAMPLE = Path.of(System.getProperty("odograph.root"), "sample-data");
    private static final Path ROADS = SAMPLE.resolve("roads.odo");

    /** Of a Monday and a Sunday, within and outside the hours of schools. */
    private static final List<LocalDateTime> TIMES =
            List.of(
                    LocalDateTime.parse("2026-03-02T07:30"),
                    LocalDateTime.parse("2026-03-02T08:30"),
                    LocalDateTime.parse("2026-03-02T22:00"),
                    LocalDateTime.parse("2026-03-01T07:30"));

    @TempDir private Path folder;

    @Test
    void theImportMakesTheCheckedInRoadFileByteForByte() throws IOException {
        Path made = folder.resolve("roads.odo");
        new RoadImport(SAMPLE.resolve(Town.FILE), null, null).run().builder().write(made);

        assertThat(Files.mismatch(made, ROADS))
                .as(
                        "first differing byte; to make the file anew:"
                                + " ./odograph roads import sample-data/roads.osm -o sample-data/roads.odo")
                .isEqualTo(-1);
    }

    @Test
    void itHasTheTrueLimitWhereverTheTownHasOne() throws IOException {
        RoadNetwork town = Town.network();
        Map<String, Integer> imported = keysByPlace(RoadNetwork.open(ROADS));
        RoadNetwork roads = RoadNetwork.open(ROADS);
        int compared = 0;
        for (Map.Entry<String, Integer> road : keysByPlace(town).entrySet()) {
            assertThat(imported).containsKey(road.getKey());
            int key = imported.getOrDefault(road.getKey(), -1);
            RoadLimit truth = town.limit(road.getValue());
            if (truth.kind() != LimitKind.UNKNOWN) {
                assertThat(holding(roads, key))
                        .as(road.getKey())
                        .isEqualTo(holding(town, road.getValue()));
                assertThat(roads.limit(key).source()).as(road.getKey()).isEqualTo(truth.source());
                compared++;
            } else {
                assertThat(roads.limit(key).source().isStated()).as(road.getKey()).isFalse();
            }
            assertThat(roads.name(key >> 1)).isEqualTo(town.name(road.getValue() >> 1));
            assertThat(roads.region(key >> 1)).isEqualTo(town.region(road.getValue() >> 1));
        }
        assertThat(compared).isGreaterThan(500);
    }

    /** What may be driven, by its way and the coordinates along it in the direction of travel. */
    private static Map<String, Integer> keysByPlace(RoadNetwork network) {
        Map<String, Integer> keys = new TreeMap<>();
        for (int key = 0; key < 2 * network.edgeCount(); key++) {
            if (network.isDrivable(key)) {
                assertThat(keys.put(place(network, key), key)).isNull();
            }
        }
        return keys;
    }

    private static String place(RoadNetwork network, int key) {
        int edge = key >> 1;
        int first = network.firstPoint(edge);
        int last = network.lastPoint(edge);
        StringBuilder place = new StringBuilder("way " + network.wayId(edge) + ":");
        for (int i = first; i <= last; i++) {
            int point = (key & 1) == 0 ? i : first + last - i;
            place.append(" %d,%d".formatted(network.latitude(point), network.longitude(point)));
        }
        return place.toString();
    }

    private static List<Float> holding(RoadNetwork network, int key) {
        List<Float> speeds = new ArrayList<>();
        for (VehicleClass vehicle : List.of(VehicleClass.PASSENGER_CAR, VehicleClass.HEAVY_TRUCK)) {
            for (LocalDateTime time : TIMES) {
                speeds.add(EffectiveLimit.of(network, key, vehicle, time).kmh());
            }
        }
        return speeds;
    }
}
