// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.Region;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadEdge;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.road.RoadNetworkBuilder;
import io.odograph.udfs.road.RoadOrigin;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.StateCopy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * A recorded driver on the roads of the city, as OpenStreetMap has them: from the folder that the
 * system property {@code odograph.recordings} names. Every way may be driven both ways, since the
 * recording's map does not say otherwise.
 */
class RecordedRoadsTest {

    private static final Region CITY = new Region("BR", ZoneId.of("America/Sao_Paulo"));

    private record Way(long id, RoadClass roadClass, RoadLimit limit, int[] lat, int[] lon) {

        static Way of(String line) {
            String[] fields = line.substring(0, line.indexOf('"')).split(",", -1);
            String[] points =
                    line.substring(line.indexOf('(') + 1, line.indexOf(')')).split(",", -1);
            int[] lat = new int[points.length];
            int[] lon = new int[points.length];
            for (int i = 0; i < points.length; i++) {
                String[] point = points[i].trim().split(" ", -1);
                lon[i] = MotionTrack.e7(Double.parseDouble(point[0]));
                lat[i] = MotionTrack.e7(Double.parseDouble(point[1]));
            }
            boolean posted = fields[2].matches("[0-9]+");
            RoadLimit limit =
                    posted ? Roads.posted(Float.parseFloat(fields[2])) : RoadLimit.UNKNOWN;
            return new Way(Long.parseLong(fields[0]), classOf(fields[1]), limit, lat, lon);
        }

        private static RoadClass classOf(String highway) {
            String name = highway.replace("_link", "").toUpperCase(Locale.ROOT);
            for (RoadClass known : RoadClass.values()) {
                if (known.name().equals(name)) {
                    return known;
                }
            }
            return RoadClass.ROAD;
        }
    }

    private static RoadNetwork network() throws IOException {
        List<Way> ways = new ArrayList<>();
        try (BufferedReader lines = recorded("osm_curitiba_ways.csv.gz")) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                ways.add(Way.of(line));
            }
        }
        Map<Long, Integer> uses = new HashMap<>();
        for (Way way : ways) {
            for (int i = 0; i < way.lat.length; i++) {
                boolean end = i == 0 || i == way.lat.length - 1;
                uses.merge(at(way, i), end ? 2 : 1, Integer::sum);
            }
        }
        RoadNetworkBuilder builder =
                new RoadNetworkBuilder(new RoadOrigin("city", null, "OpenStreetMap"));
        Map<Long, Integer> nodes = new HashMap<>();
        for (Way way : ways) {
            int from = 0;
            for (int i = 1; i < way.lat.length; i++) {
                if (uses.get(at(way, i)) > 1) {
                    int[] lat = Arrays.copyOfRange(way.lat, from, i + 1);
                    int[] lon = Arrays.copyOfRange(way.lon, from, i + 1);
                    builder.addEdge(
                            new RoadEdge(
                                    node(builder, nodes, way, from),
                                    node(builder, nodes, way, i),
                                    lat,
                                    lon,
                                    way.roadClass,
                                    0,
                                    way.limit,
                                    way.limit,
                                    way.id,
                                    null,
                                    CITY));
                    from = i;
                }
            }
        }
        return builder.build();
    }

    private static long at(Way way, int i) {
        return ((long) way.lat[i] << 32) | (way.lon[i] & 0xFFFF_FFFFL);
    }

    private static int node(RoadNetworkBuilder builder, Map<Long, Integer> nodes, Way way, int i) {
        return nodes.computeIfAbsent(at(way, i), added -> builder.addNode(way.lat[i], way.lon[i]));
    }

    private static BufferedReader recorded(String file) throws IOException {
        String folder = System.getProperty("odograph.recordings", "");
        assumeTrue(!folder.isEmpty(), "skipped: odograph.recordings names no folder");
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Path.of(folder, "nds_br", file))),
                        UTF_8));
    }

    private static List<SpeedingEdge> run(
            RoadNetwork network, List<Telemetry> records, int restartEvery) {
        SpeedingDetector detector =
                new SpeedingDetector(
                        SpeedingSettings.DEFAULTS, MatcherSettings.DEFAULTS, () -> network);
        SpeedingState state = detector.newState();
        List<SpeedingEdge> edges = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (i % restartEvery == restartEvery - 1) {
                state = StateCopy.of(state);
            }
            Telemetry r = records.get(i);
            detector.accept(state, r, r.receivedAt(), VehicleContext.NONE, edges::add);
        }
        long deadline = detector.deadline(state);
        if (deadline != Detector.NO_DEADLINE) {
            detector.expire(state, deadline, edges::add);
        }
        return edges;
    }

    @Test
    void theOneEpisodeOfARecordedDriverStandsOnASignAndSurvivesRestarts() throws IOException {
        RoadNetwork network = network();
        List<Telemetry> records = new ArrayList<>();
        try (BufferedReader lines = recorded("driver_A.csv.gz")) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(Fixes.ofRecording(line.split(";", -1)));
            }
        }
        records.sort(Comparator.comparingLong(Telemetry::eventTime));
        List<SpeedingEdge> edges = run(network, records, Integer.MAX_VALUE);

        // The limits that were recorded with the drive flicker, and would make six.
        assertThat(edges).extracting(SpeedingEdge::kind).containsExactly(Kind.START, Kind.END);
        SpeedingFacts facts = edges.get(1).facts();
        assertThat(facts.limit().value()).isEqualTo(40);
        assertThat(facts.limit().provenance()).isEqualTo(LimitProvenance.POSTED);
        assertThat(facts.limits()).hasSize(1);
        assertThat(facts.duration()).isBetween(14_000L, 20_000L);
        assertThat(facts.band()).isEqualTo(SpeedBand.MAJOR);
        assertThat(facts.matchConfidence()).isGreaterThan(0.95);
        assertThat(facts.country()).isEqualTo("BR");
        assertThat(run(network, records, 7)).isEqualTo(edges);
    }
}
