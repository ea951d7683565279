// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code odograph roads}: makes and explains road files; without a command it explains itself. */
@Command(
        name = "roads",
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes road files with speed limits, explains and checks them.",
        commandListHeading = "%nCommands:%n",
        subcommands = {ImportCommand.class, ShowCommand.class, VerifyCommand.class})
public final class RoadsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    /** For picocli. */
    public RoadsCommand() {}

    /** Prints the usage, since no command was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }
}
