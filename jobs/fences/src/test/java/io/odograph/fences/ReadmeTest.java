// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import static io.odograph.fences.FencesRun.collection;
import static io.odograph.fences.FencesRun.feature;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    @TempDir private Path folder;

    @Test
    void theExampleHasNoFaultsAndLosesNothing() throws IOException {
        FencesRun fences = new FencesRun(folder);
        String file = fences.file("example.geojson", block("```json\n"));

        assertThat(fences.run("validate", file)).isZero();

        assertThat(fences.out.toString()).isEqualTo("3 fences, no faults\n");
        assertThat(fences.err.toString()).isEmpty();
    }

    @Test
    void faultsLookAsShown() throws IOException {
        FencesRun fences = new FencesRun(folder);
        String circle = "'kind':'ZONE','radius':50";
        String file =
                fences.file(
                        "yards.geojson",
                        collection(
                                feature("east", circle, "Point", "[11.5,48.1]"),
                                feature(
                                        "depot-7",
                                        "'kind':'ZONE'",
                                        "Polygon",
                                        "[[[11.5,48.1],[11.6,48.2],[11.6,48.1],[11.5,48.2]]]"),
                                feature("west", circle + ",'priority':10", "Point", "[11,48]")));

        assertThat(fences.run("validate", file)).isEqualTo(1);

        assertThat(block("$ ./odograph fences validate yards.geojson\n"))
                .isEqualTo(fences.out.toString());
    }

    /** What stands from a line on to the end of its block. */
    private static String block(String begin) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf(begin) + begin.length();
        return readme.substring(start, readme.indexOf("```", start));
    }
}
