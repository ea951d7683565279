// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.nio.file.Path;

/** Road networks from whatever holds roads. */
public final class RoadSource {

    private static final String ROAD_FILE = ".odo";

    private RoadSource() {}

    /**
     * Opens a road file, or imports OpenStreetMap data into memory.
     *
     * @param file by its name: {@code .odo}, else OpenStreetMap data
     * @throws IOException if it cannot be read, or is not what its name says
     */
    public static RoadNetwork open(Path file) throws IOException {
        return file.toString().endsWith(ROAD_FILE)
                ? RoadNetwork.open(file)
                : new RoadImport(file, null, null).run().builder().build();
    }
}
