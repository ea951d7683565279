// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.odograph.evaluate.Floor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The floors on a part of the drives, so that a build stays short; {@code odograph evaluate
 * driving} holds all drives to the same.
 */
class DrivingFloorsTest {

    private static final int DRIVES = 15;

    @TestFactory
    Stream<DynamicTest> floorsOnSomeDrives() {
        return DrivingEvaluation.of(1, DRIVES, 2).floors().stream()
                .map(floor -> dynamicTest(floor.name(), () -> met(floor)));
    }

    private static void met(Floor floor) {
        assertThat(floor.met())
                .as("%s is %s, must be %s", floor.name(), floor.measured(), floor.required())
                .isTrue();
    }
}
