// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.odograph.evaluate.Floor;
import io.odograph.roads.RoadSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The floors on a part of the tours and nights, so that a build stays short; {@code odograph
 * evaluate geofence} holds all to the same.
 */
class GeofenceFloorsTest {

    private static final Path TOWN = Path.of("..", "..", "sample-data", "roads.osm");
    private static final int TOURS = 8;
    private static final int NIGHTS = 1_000;

    @TestFactory
    Stream<DynamicTest> floors() throws IOException {
        GeofenceTrial trial = GeofenceTrial.of(RoadSource.open(TOWN), TOURS, 1);
        return GeofenceEvaluation.of(trial, NIGHTS, 1, 2).floors().stream()
                .map(floor -> dynamicTest(floor.name(), () -> met(floor)));
    }

    private static void met(Floor floor) {
        assertThat(floor.met())
                .as(
                        "%s is %s, must be %s: %s",
                        floor.name(), floor.measured(), floor.required(), floor.examples())
                .isTrue();
    }
}
