// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The floors of crash detection on a tenth of the suite, so that a build stays short; {@code
 * odograph evaluate crash} holds the whole of it to the same. Real recordings join in where the
 * system property {@code odograph.recordings} names their folder.
 */
class CrashFloorsTest {

    private static final double SCALE = 0.1;

    private static final DynamicTest WITHOUT_RECORDINGS =
            dynamicTest(
                    "floors on real recordings",
                    () -> assumeTrue(false, "odograph.recordings is not set"));

    @TestFactory
    Stream<DynamicTest> floors() {
        String folder = System.getProperty("odograph.recordings", "");
        EvaluationResult result =
                Evaluation.crash(1, SCALE, 2, folder.isEmpty() ? null : Path.of(folder));
        Stream<DynamicTest> floors =
                result.floors().stream().map(floor -> dynamicTest(floor.name(), () -> met(floor)));
        return folder.isEmpty() ? Stream.concat(floors, Stream.of(WITHOUT_RECORDINGS)) : floors;
    }

    private static void met(Floor floor) {
        Assertions.assertThat(floor.met())
                .as(
                        "%s is %s, must be %s; for example %s",
                        floor.name(), floor.measured(), floor.required(), floor.examples())
                .isTrue();
    }
}
