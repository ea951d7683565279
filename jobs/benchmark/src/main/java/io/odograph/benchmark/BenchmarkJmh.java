// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code odograph benchmark jmh}: the benchmarks of JMH, each in processes of its own. */
@Command(
        name = "jmh",
        sortOptions = false,
        description = {
            "Runs the benchmarks of JMH, each in Java processes of its own.",
            "Takes about half an hour for all of them."
        })
public final class BenchmarkJmh implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "REGEX",
            arity = "0..1",
            defaultValue = "io.odograph.benchmark",
            description = "Which benchmarks, such as odograph (default: all).")
    private String include;

    @Mixin private RoadsOption roads;

    @Option(names = "--quick", description = "One process, a few seconds each: not to be quoted.")
    private boolean quick;

    /** For picocli, which fills the options. */
    public BenchmarkJmh() {}

    @Override
    public Integer call() throws RunnerException {
        new Runner(options(include, roads.file(spec), quick).build()).run();
        return CommandLine.ExitCode.OK;
    }

    static ChainedOptionsBuilder options(String include, Path osm, boolean quick) {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(include)
                        .param("osm", osm.toString())
                        .shouldFailOnError(true);
        return quick
                ? options.forks(1)
                        .warmupIterations(1)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.seconds(1))
                : options;
    }
}
