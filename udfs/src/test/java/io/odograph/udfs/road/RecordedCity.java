// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A recorded city: from the folder that the system property {@code odograph.recordings} names. */
public final class RecordedCity {

    private RecordedCity() {}

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
                lon[i] = e7(Double.parseDouble(point[0]));
                lat[i] = e7(Double.parseDouble(point[1]));
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

    /**
     * Its roads; every one may be driven both ways, since the recorded map does not say otherwise.
     */
    public static RoadNetwork network() throws IOException {
        List<Way> ways = new ArrayList<>();
        try (BufferedReader lines = open("osm_curitiba_ways.csv.gz")) {
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

    /** A recorded file, unpacked; the test is skipped, saying so, where there are none. */
    public static BufferedReader open(String file) throws IOException {
        String folder = System.getProperty("odograph.recordings", "");
        assumeTrue(!folder.isEmpty(), "skipped: odograph.recordings names no folder");
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Path.of(folder, "nds_br", file))),
                        UTF_8));
    }

    private static int e7(double degrees) {
        return (int) Math.round(degrees * 1e7);
    }
}
