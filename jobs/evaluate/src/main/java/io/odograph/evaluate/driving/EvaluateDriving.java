// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.evaluate.Floor;
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

/** {@code odograph evaluate driving}: judges what is told of driving behaviour. */
@Command(
        name = "driving",
        sortOptions = false,
        description = {
            "Drives by simulation, on hills and over potholes, shows what accelerometers, wheels and"
                    + " satellite receivers would report to the detector of harsh driving, and"
                    + " compares with the truth.",
            "The same seed and number of drives give the same numbers."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every floor is met", "1:a floor is not met", "2:wrong usage"})
public final class EvaluateDriving implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--drives",
            paramLabel = "N",
            defaultValue = "60",
            description = "Drives of 45 minutes (default: ${DEFAULT-VALUE}).")
    private int drives;

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

    /** For picocli, which fills the options. */
    public EvaluateDriving() {}

    @Override
    public Integer call() throws IOException {
        if (drives < 1 || threads < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--drives and --threads must be 1 or more");
        }
        DrivingEvaluation evaluation = DrivingEvaluation.of(seed, drives, threads);
        PrintWriter out = spec.commandLine().getOut();
        out.print(DrivingReport.of(evaluation));
        out.flush();
        if (json != null) {
            Files.writeString(json, DrivingJson.of(evaluation));
        }
        return evaluation.floors().stream().allMatch(Floor::met) ? 0 : 1;
    }
}
