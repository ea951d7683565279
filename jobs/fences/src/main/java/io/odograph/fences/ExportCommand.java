// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code odograph fences export}: shows fences to other programs. */
@Command(
        name = "export",
        sortOptions = false,
        description = {
            "Writes fences from a file or their topic as a GeoJSON FeatureCollection.",
            "Fences with faults are told and left out."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all fences were written",
            "1:some have faults, or they could not be read or written",
            "2:wrong usage, or no file of fences"
        })
final class ExportCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "Fences: JSON Lines (.jsonl) or GeoJSON; without it the topic is read.")
    private @Nullable Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to write (default: standard output).")
    private @Nullable Path output;

    @Mixin private FenceTopicOptions topic;

    @Override
    public Integer call() throws IOException {
        if ((file == null) != topic.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "give either a file or --bootstrap-servers");
        }
        List<StatedFence> all =
                file == null ? topic.topic(spec).read() : FenceInput.read(spec, file, 0);
        int faults = FenceInput.printFaults(all, spec.commandLine().getErr());
        List<StatedFence> fences = all.stream().filter(fence -> fence.shape() != null).toList();
        String text = GeoJsonWriter.write(fences);
        PrintWriter out = spec.commandLine().getOut();
        if (output == null) {
            out.print(text);
        } else {
            FenceOutput.replace(output, text);
            out.println(output + ": " + FenceInput.count(fences.size(), "fence"));
        }
        FenceOutput.flush(out);
        return faults == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
