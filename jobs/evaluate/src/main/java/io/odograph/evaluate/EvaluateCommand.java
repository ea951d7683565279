// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.evaluate.driving.EvaluateDriving;
import io.odograph.evaluate.geofence.EvaluateGeofence;
import io.odograph.evaluate.speeding.EvaluateSpeeding;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code odograph evaluate}: judges a detector; without a detector it explains itself. */
@Command(
        name = "evaluate",
        synopsisSubcommandLabel = "DETECTOR",
        description = "Judges a detector against labelled data: recall, false alarms, errors.",
        commandListHeading = "%nDetectors:%n",
        subcommands = {
            EvaluateCrash.class,
            EvaluateSpeeding.class,
            EvaluateGeofence.class,
            EvaluateDriving.class
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    /** For picocli. */
    public EvaluateCommand() {}

    /** Prints the usage, since no detector was named. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }
}
