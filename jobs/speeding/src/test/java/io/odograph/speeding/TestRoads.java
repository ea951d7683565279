// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.Region;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadEdge;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetworkBuilder;
import io.odograph.udfs.road.RoadOrigin;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * A straight road to the east, where the drives of tests go: way 1 with 50 km/h for its first ten
 * kilometres, way 2 with 100 km/h for the next ten, way 3 with a limit that is estimated.
 */
final class TestRoads {

    /** Where the drives of tests are, 1e-7 degrees. */
    static final int LATITUDE = 494_100_000;

    private static final int START = 86_900_000;

    /** Metres of 1e-7 degrees of longitude there. */
    private static final double METRES = 0.00724;

    private static final Region GERMANY = new Region("DE", ZoneId.of("Europe/Berlin"));

    private TestRoads() {}

    /** Longitude after so many metres of a drive, 1e-7 degrees. */
    static int longitude(double metres) {
        return START + (int) Math.round(metres / METRES);
    }

    /** Writes the road file into a folder. */
    static Path write(Path folder) throws Exception {
        RoadNetworkBuilder builder =
                new RoadNetworkBuilder(new RoadOrigin("test", null, "nobody's"));
        road(builder, 1, -100, 10_000, limit(50, LimitSource.POSTED, 0.98f));
        road(builder, 2, 10_000, 20_000, limit(100, LimitSource.POSTED, 0.98f));
        road(builder, 3, 20_000, 30_000, limit(50, LimitSource.NEIGHBOURS, 0.85f));
        Path file = folder.resolve("roads.odo");
        builder.write(file);
        return file;
    }

    private static void road(
            RoadNetworkBuilder builder, long way, double from, double to, RoadLimit limit) {
        int[] latitudes = {LATITUDE, LATITUDE};
        int[] longitudes = {longitude(from), longitude(to)};
        builder.addEdge(
                new RoadEdge(
                        builder.addNode(LATITUDE, longitudes[0]),
                        builder.addNode(LATITUDE, longitudes[1]),
                        latitudes,
                        longitudes,
                        RoadClass.SECONDARY,
                        0,
                        limit,
                        limit,
                        way,
                        "L " + way,
                        GERMANY));
    }

    private static RoadLimit limit(float kmh, LimitSource source, float confidence) {
        return new RoadLimit(LimitKind.VALUE, kmh, false, source, confidence, kmh, List.of());
    }
}
