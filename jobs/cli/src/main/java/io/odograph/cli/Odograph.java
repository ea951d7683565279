// SPDX-License-Identifier: Apache-2.0
package io.odograph.cli;

import io.odograph.benchmark.BenchmarkCommand;
import io.odograph.demo.DemoCommand;
import io.odograph.evaluate.EvaluateCommand;
import io.odograph.fences.FencesCommand;
import io.odograph.replay.ReplayCommand;
import io.odograph.roads.RoadsCommand;
import io.odograph.simulator.Simulate;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code odograph} command; without a subcommand it explains itself. */
@Command(
        name = "odograph",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Turns vehicle telemetry into alerts with Apache Flink: a crash seen in raw records"
                        + " becomes an alert on a topic, or a line in a file.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            Simulate.class,
            EvaluateCommand.class,
            BenchmarkCommand.class,
            RoadsCommand.class,
            FencesCommand.class
        })
public final class Odograph implements Callable<Integer> {

    private static final String EXAMPLES =
            """

            Examples:
              odograph demo
                  Watch alerts arise from sample data, with a real Kafka and Flink.
              odograph replay --input drive.jsonl --output out
                  Run the same rules over your own recording; alerts come out as JSON lines.

            'odograph COMMAND --help' explains a command.""";

    @Spec private CommandSpec spec;

    @SuppressWarnings("unused") // picocli reads it.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Explain the command.")
    private boolean help;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error.")
    private boolean verbose;

    /** Prints the usage, since no command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    /** The command line with its way of reporting errors, for the main method and for tests. */
    static CommandLine commandLine() {
        Odograph odograph = new Odograph();
        CommandLine commandLine = new CommandLine(odograph);
        commandLine.getCommandSpec().usageMessage().footer(EXAMPLES.split("\n", -1));
        ErrorReport report = new ErrorReport(() -> odograph.verbose);
        return commandLine
                .setParameterExceptionHandler(report)
                .setExecutionExceptionHandler(report);
    }

    /**
     * Runs a command and exits with its code: 0 it did what was asked; 1 it failed; 2 it was asked
     * wrongly and nothing was started.
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
