// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.odograph.evaluate.Floor;
import io.odograph.roads.RoadSource;
import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The floors on a part of the drives, so that a build stays short, on a real city where the system
 * property {@code odograph.recordings} names the folder that has its map; {@code odograph evaluate
 * speeding} holds all drives to the same.
 */
class SpeedingFloorsTest {

    private static final int DRIVES = 15;
    private static final int LAG = 2;

    @TestFactory
    Stream<DynamicTest> floorsOnARealCity() throws IOException {
        String folder = System.getProperty("odograph.recordings", "");
        if (folder.isEmpty()) {
            return Stream.of(
                    dynamicTest(
                            "floors on a real city",
                            () -> assumeTrue(false, "odograph.recordings is not set")));
        }
        RoadNetwork city = RoadSource.open(Path.of(folder, "osm", "heidelberg.osm.pbf"));
        return SpeedingEvaluation.of(SpeedingTrial.of(city, DRIVES, 1), LAG, 2).floors().stream()
                .map(floor -> dynamicTest(floor.name(), () -> met(floor)));
    }

    private static void met(Floor floor) {
        assertThat(floor.met())
                .as("%s is %s, must be %s", floor.name(), floor.measured(), floor.required())
                .isTrue();
    }
}
