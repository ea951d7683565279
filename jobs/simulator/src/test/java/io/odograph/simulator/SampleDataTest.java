// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards the checked-in sample: whoever changes the simulator regenerates it in the same step. */
class SampleDataTest {

    private static final Path SAMPLE = Path.of(System.getProperty("odograph.root"), "sample-data");

    @TempDir private Path folder;

    @Test
    void theSimulatorMakesTheCheckedInSampleByteForByte() throws IOException {
        SimulationFiles.write(Simulation.run(SimulationConfig.of(1, 50, 30)), folder);
        assertThat(files(SAMPLE)).isEqualTo(files(folder));
        for (String file : files(folder)) {
            assertThat(Files.mismatch(SAMPLE.resolve(file), folder.resolve(file)))
                    .as("first differing byte of %s", file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void theSampleStaysBelowTenMegabytes() throws IOException {
        long bytes = 0;
        for (String file : files(SAMPLE)) {
            bytes += Files.size(SAMPLE.resolve(file));
        }
        assertThat(bytes).isLessThan(10_000_000);
    }

    /** The road file is made from the map by its importer, and compared where that is tested. */
    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith("roads.odo"))
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
