// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import io.odograph.common.intake.Identity;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code odograph fences withdraw}: takes fences off their topic. */
@Command(
        name = "withdraw",
        sortOptions = false,
        description =
                "Withdraws fences by records without a value, and waits until these are there.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all are withdrawn", "1:not all are", "2:wrong usage"})
final class WithdrawCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Ids of the fences.")
    private List<String> ids;

    @Mixin private FenceTopicOptions topic;

    @Override
    public Integer call() throws IOException {
        for (String id : ids) {
            if (!Identity.isIdentifier(id)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + id + "' is not 1..64 printable ASCII characters without white space");
            }
        }
        FenceTopic to = topic.topic(spec);
        to.withdraw(ids);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "withdrawn on topic " + to.name() + ": " + FenceInput.count(ids.size(), "fence"));
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
