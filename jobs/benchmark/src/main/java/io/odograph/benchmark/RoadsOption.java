// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that names roads. */
final class RoadsOption {

    @Option(
            names = "--osm",
            paramLabel = "FILE",
            description =
                    "Roads: OpenStreetMap data (.osm.pbf, .osm.gz, .osm); default: the sample town,"
                            + " which is far too small to tell much.")
    private @Nullable Path file;

    /** For picocli. */
    RoadsOption() {}

    /**
     * The file.
     *
     * @throws ParameterException if there is none
     */
    Path file(CommandSpec spec) {
        Path named = file;
        if (named == null) {
            named = Path.of(System.getProperty("odograph.root", "."), "sample-data", "roads.osm");
        }
        if (!Files.isRegularFile(named)) {
            throw new ParameterException(spec.commandLine(), "--osm: there is no file " + named);
        }
        return named.toAbsolutePath();
    }
}
