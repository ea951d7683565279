// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.evaluate.Floor;
import io.odograph.roads.RoadSource;
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

/** {@code odograph evaluate geofence}: judges the detection of breaches of fences. */
@Command(
        name = "geofence",
        sortOptions = false,
        description = {
            "Drives and parks by simulation among fences, shows what receivers of several kinds would"
                    + " report to the detection of breaches, and compares with the truth.",
            "The same roads, seed and numbers of tours and nights give the same numbers."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every floor is met", "1:a floor is not met", "2:wrong usage"})
public final class EvaluateGeofence implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--osm",
            paramLabel = "FILE",
            description =
                    "Roads: OpenStreetMap data (.osm.pbf, .osm.gz, .osm) or a road file (.odo);"
                            + " default: the sample town.")
    private @Nullable Path roads;

    @Option(
            names = "--tours",
            paramLabel = "N",
            defaultValue = "60",
            description =
                    "Vehicles that drive and stand, each with 48 fences (default:"
                            + " ${DEFAULT-VALUE}).")
    private int tours;

    @Option(
            names = "--nights",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Vehicles parked for a night (default: ${DEFAULT-VALUE}).")
    private int nights;

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
            paramLabel = "DIR",
            description =
                    "Only draw a map of one visit into this folder, which is made where it is"
                            + " missing.")
    private @Nullable Path plot;

    @Option(
            names = "--tour",
            paramLabel = "N",
            defaultValue = "1",
            description = "Tour of which to draw a visit, from 1 (default: ${DEFAULT-VALUE}).")
    private int tour;

    /** For picocli, which fills the options. */
    public EvaluateGeofence() {}

    @Override
    public Integer call() throws IOException {
        if (tours < 1 || nights < 0 || threads < 1 || tour < 1 || tour > tours) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--tours and --threads must be 1 or more, --nights 0 or more, --tour one of"
                            + " the tours");
        }
        GeofenceTrial trial = GeofenceTrial.of(network(), tours, seed);
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

    private int evaluate(GeofenceTrial trial) throws IOException {
        GeofenceEvaluation evaluation = GeofenceEvaluation.of(trial, nights, seed, threads);
        PrintWriter out = spec.commandLine().getOut();
        out.print(GeofenceReport.of(evaluation));
        out.flush();
        if (json != null) {
            Files.writeString(json, GeofenceJson.of(evaluation));
        }
        return evaluation.floors().stream().allMatch(Floor::met) ? 0 : 1;
    }

    private int draw(GeofenceTrial trial, Path folder) throws IOException {
        String map = FenceMapPlot.of(trial, tour - 1);
        if (map == null) {
            throw new ParameterException(
                    spec.commandLine(), "--tour: this one comes into and out of no fence");
        }
        Files.createDirectories(folder);
        Path file = folder.resolve("geofence-" + tour + ".svg");
        Files.writeString(file, map);
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
