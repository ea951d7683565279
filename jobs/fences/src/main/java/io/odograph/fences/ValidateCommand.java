// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code odograph fences validate}: says what is wrong with fences, and where. */
@Command(
        name = "validate",
        description = {
            "Checks fences: a line for each fault, with the feature or line that it is in,",
            "the reason, and the place as longitude,latitude."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all fences can be used",
            "1:there are faults, or the file cannot be read",
            "2:wrong usage, or no file of fences"
        })
final class ValidateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private FenceInput input;

    @Override
    public Integer call() throws IOException {
        List<StatedFence> fences = input.read(spec);
        PrintWriter out = spec.commandLine().getOut();
        int faults = FenceInput.printFaults(fences, out);
        if (faults == 0) {
            out.println(FenceInput.count(fences.size(), "fence") + ", no faults");
        }
        FenceOutput.flush(out);
        return faults == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
