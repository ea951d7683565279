// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.evaluate.Floor;
import io.odograph.roads.RoadSource;
import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code odograph evaluate speeding}: judges map matching and speeding detection. */
@Command(
        name = "speeding",
        sortOptions = false,
        description = {
            "Drives through a road network by simulation, shows what receivers of several kinds would"
                    + " report to map matching and speeding detection, and compares with the truth.",
            "The same roads, seed and number of drives give the same numbers."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every floor is met", "1:a floor is not met", "2:wrong usage"})
public final class EvaluateSpeeding implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--osm",
            paramLabel = "FILE",
            description =
                    "Roads: OpenStreetMap data (.osm.pbf, .osm.gz, .osm) or a road file (.odo);"
                            + " default: the sample town.")
    private @Nullable Path roads;

    @Option(
            names = "--drives",
            paramLabel = "N",
            defaultValue = "60",
            description = "Drives of 2 to 40 km (default: ${DEFAULT-VALUE}).")
    private int drives;

    @Option(
            names = "--lag",
            paramLabel = "N",
            defaultValue = "2",
            description = "Fixes by which answers are held back (default: ${DEFAULT-VALUE}).")
    private int lag;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all randomness (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many work at once; changes no number (default: as many as cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the numbers as JSON, too.")
    private @Nullable Path json;

    @Option(
            names = "--plot",
            paramLabel = "DRIVE",
            arity = "0..1",
            fallbackValue = "1",
            description =
                    "Only draw a map of one drive, from 1, into --output (without a number:"
                            + " ${FALLBACK-VALUE}).")
    private @Nullable Integer plot;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder for plots (default: the current one); made where it is missing.")
    private Path output;

    /** For picocli, which fills the options. */
    public EvaluateSpeeding() {}

    @Override
    public Integer call() throws IOException {
        boolean plots = plot == null || (plot >= 1 && plot <= drives);
        if (drives < 1 || lag < 0 || lag > MatcherSettings.MAX_LAG || threads < 1 || !plots) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--drives and --threads must be 1 or more, --lag 0.."
                            + MatcherSettings.MAX_LAG
                            + ", --plot one of the drives");
        }
        SpeedingTrial trial = SpeedingTrial.of(network(), drives, seed);
        return plot == null ? evaluate(trial) : draw(trial, plot);
    }

    private RoadNetwork network() throws IOException {
        Path file = roads;
        if (file == null) {
            file = Path.of(System.getProperty("odograph.root", "."), "sample-data", "roads.osm");
        }
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "--osm: there is no file " + file);
        }
        return RoadSource.open(file);
    }

    private int evaluate(SpeedingTrial trial) throws IOException {
        SpeedingEvaluation evaluation = SpeedingEvaluation.of(trial, lag, threads);
        PrintWriter out = spec.commandLine().getOut();
        out.print(SpeedingReport.of(evaluation));
        out.flush();
        if (json != null) {
            Files.writeString(json, SpeedingJson.of(evaluation));
        }
        return evaluation.floors().stream().allMatch(Floor::met) ? 0 : 1;
    }

    private int draw(SpeedingTrial trial, int number) throws IOException {
        Files.createDirectories(output);
        Path file = output.resolve("speeding-" + number + ".svg");
        Files.writeString(file, RoadMapPlot.of(trial, number - 1, lag));
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
