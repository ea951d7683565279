// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code odograph benchmark}: compares with others; without a benchmark it explains itself. */
@Command(
        name = "benchmark",
        synopsisSubcommandLabel = "BENCHMARK",
        description = "Measures Odograph beside what others offer, in one run.",
        commandListHeading = "%nBenchmarks:%n",
        subcommands = {
            BenchmarkMatching.class,
            BenchmarkFences.class,
            BenchmarkJmh.class,
            BenchmarkGeofence.class
        })
public final class BenchmarkCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    /** For picocli. */
    public BenchmarkCommand() {}

    /** Prints the usage, since no benchmark was named. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }
}
