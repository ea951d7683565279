// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code odograph fences}: checks and publishes geofences; without a command it explains itself.
 */
@Command(
        name = "fences",
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks geofences, brings them from and to GeoJSON and their topic.",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            ValidateCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            PutCommand.class,
            WithdrawCommand.class
        })
public final class FencesCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    /** For picocli. */
    public FencesCommand() {}

    /** Prints the usage, since no command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }
}
