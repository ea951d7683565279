// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import io.odograph.common.json.AvroJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code odograph fences import}: makes records of fences. */
@Command(
        name = "import",
        sortOptions = false,
        description = {
            "Makes records of fences and writes them to a file of JSON Lines or a topic.",
            "Where a single fence has a fault, nothing is written."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all fences were written",
            "1:there are faults, or they could not be written",
            "2:wrong usage, or no file of fences"
        })
final class ImportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private FenceInput input;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File of JSON Lines to write; one that is there is replaced.")
    private @Nullable Path output;

    @Mixin private FenceTopicOptions topic;

    @Override
    public Integer call() throws IOException {
        if ((output == null) != topic.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "give either --output or --bootstrap-servers");
        }
        List<StatedFence> fences = input.read(spec);
        PrintWriter err = spec.commandLine().getErr();
        if (FenceInput.printFaults(fences, err) > 0) {
            err.println("nothing was written");
            return CommandLine.ExitCode.SOFTWARE;
        }
        PrintWriter out = spec.commandLine().getOut();
        if (output == null) {
            PutCommand.put(fences, topic.topic(spec), out);
        } else {
            FenceOutput.replace(output, lines(fences));
            out.println(output + ": " + FenceInput.count(fences.size(), "fence"));
        }
        FenceOutput.flush(out);
        return CommandLine.ExitCode.OK;
    }

    private static String lines(List<StatedFence> fences) {
        return fences.stream()
                .map(fence -> AvroJson.write(fence.record()) + "\n")
                .collect(Collectors.joining());
    }
}
