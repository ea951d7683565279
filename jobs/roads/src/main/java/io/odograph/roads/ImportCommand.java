// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.osm.OsmFileException;
import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code odograph roads import}: makes a road file. */
@Command(
        name = "import",
        sortOptions = false,
        description = {
            "Makes a road file with speed limits from OpenStreetMap data, and tells what is in it.",
            "The same input gives the same bytes."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the road file was written",
            "1:it could not be",
            "2:wrong usage, or the input is no OpenStreetMap data or damaged"
        })
public final class ImportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "OpenStreetMap data: .osm.pbf, .osm.gz or .osm.")
    private Path input;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "Road file to write; one that is there is replaced when all went well.")
    private Path output;

    @Option(
            names = "--country",
            paramLabel = "CC",
            description =
                    "ISO 3166-1 code of the country that all roads are in (default: looked up).")
    private @Nullable String country;

    @Option(
            names = "--time-zone",
            paramLabel = "ID",
            description = "Time zone of all roads, such as Europe/Berlin (default: looked up).")
    private @Nullable String timeZone;

    /** For picocli, which fills the options. */
    public ImportCommand() {}

    @Override
    public Integer call() throws IOException {
        checkUsage();
        Instant begin = Instant.now();
        Path folder = output.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // Not a file of the temporary kind, which only its owner could read.
        Path unfinished = folder.resolve(output.getFileName() + ".unfinished");
        try {
            RoadImport.Result result = new RoadImport(input, country(), zone()).run();
            result.builder().write(unfinished);
            RoadNetwork network = RoadNetwork.open(unfinished);
            String file = summary(network, Files.size(unfinished), begin);
            Files.move(unfinished, output, StandardCopyOption.REPLACE_EXISTING);
            PrintWriter out = spec.commandLine().getOut();
            out.print(result.report().text());
            out.println();
            out.print(file);
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (OsmFileException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private String summary(RoadNetwork network, long bytes, Instant begin) {
        long keys = Math.max(1, network.drivableCount());
        return String.format(
                Locale.ROOT,
                "%s: %d edges, %d directed, %d nodes, %.1f MB, %d bytes per directed edge%n"
                        + "network version %s, %.1f s%n",
                output,
                network.edgeCount(),
                network.drivableCount(),
                network.nodeCount(),
                bytes / 1e6,
                bytes / keys,
                network.version(),
                Duration.between(begin, Instant.now()).toMillis() / 1e3);
    }

    private void checkUsage() {
        if (!Files.isRegularFile(input)) {
            throw new ParameterException(spec.commandLine(), input + " is not a file");
        }
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            throw new ParameterException(spec.commandLine(), output + " is not a file");
        }
    }

    private @Nullable String country() {
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--country: " + country + " is not a code of two capital letters, such as DE");
        }
        return country;
    }

    private @Nullable ZoneId zone() {
        try {
            return timeZone == null ? null : ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new ParameterException(
                    spec.commandLine(), "--time-zone: there is no " + timeZone, e);
        }
    }
}
