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

/** {@code odograph fences put}: publishes fences. */
@Command(
        name = "put",
        sortOptions = false,
        description = {
            "Puts fences on their topic and waits until they are there.",
            "Where a single fence has a fault, nothing is put."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all fences are on the topic",
            "1:there are faults, or not all of them are",
            "2:wrong usage, or no file of fences"
        })
final class PutCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private FenceInput input;

    @Mixin private FenceTopicOptions topic;

    @Override
    public Integer call() throws IOException {
        FenceTopic to = topic.topic(spec);
        List<StatedFence> fences = input.read(spec);
        PrintWriter err = spec.commandLine().getErr();
        if (FenceInput.printFaults(fences, err) > 0) {
            err.println("nothing was put on topic " + to.name());
            return CommandLine.ExitCode.SOFTWARE;
        }
        put(fences, to, spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    /** Puts fences without faults on a topic and says so. */
    static void put(List<StatedFence> fences, FenceTopic to, PrintWriter out) throws IOException {
        to.put(fences.stream().map(StatedFence::record).toList());
        out.println("put on topic " + to.name() + ": " + FenceInput.count(fences.size(), "fence"));
        out.flush();
    }
}
