// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code simulate}: makes telemetry with ground truth. */
@Command(
        name = "simulate",
        sortOptions = false,
        description = {
            "Make the telemetry of a simulated fleet, with the alerts that must be found in it.",
            "The same options give the same bytes."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the files were written", "1:they could not be", "2:wrong usage"})
public final class Simulate implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all randomness (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--vehicles",
            paramLabel = "N",
            defaultValue = "50",
            description = "Vehicles in the fleet, 1 to 100000 (default: ${DEFAULT-VALUE}).")
    private int vehicles;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "30",
            description = {
                "Length, 1 to 1440 (default: ${DEFAULT-VALUE}).",
                "Scenarios that do not fit into fewer than 30 are left out."
            })
    private int minutes;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the files; created where missing.")
    private Path output;

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    /** For picocli, which fills the options. */
    public Simulate() {}

    @Override
    public Integer call() {
        SimulationConfig config = config();
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (Files.exists(output) && !Files.isDirectory(output)) {
                err.println(output + " is not a folder");
                return 1;
            }
            if (!force && isOccupied(output)) {
                err.println(output + " is not empty; --force writes into it all the same");
                return 1;
            }
            Files.createDirectories(output);
            SimulationResult result = Simulation.run(config);
            SimulationFiles.write(result, output);
            report(result);
            return 0;
        } catch (IOException e) {
            err.println("cannot write into " + output + ": " + e);
            return 1;
        }
    }

    private SimulationConfig config() {
        try {
            return SimulationConfig.of(seed, vehicles, minutes);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static boolean isOccupied(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        }
    }

    private void report(SimulationResult result) {
        Account account = result.truth().account();
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: %d records of %d vehicles, %d crashes, %d episodes of speeding,"
                                + " %d breaches and visits of fences%n",
                        output,
                        account.in(),
                        vehicles,
                        result.truth().crashes().size(),
                        result.truth().speedings().size(),
                        result.truth().geofences().size());
        spec.commandLine().getOut().flush();
    }
}
