// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import io.odograph.udfs.fence.FenceFault;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The file of fences that a command reads. */
final class FenceInput {

    @Parameters(
            paramLabel = "FILE",
            description = "Fences: GeoJSON, or JSON Lines where the name ends in .jsonl.")
    private Path file;

    @Option(
            names = "--fence-version",
            paramLabel = "N",
            defaultValue = "0",
            description = "Version of the features that state none (default: ${DEFAULT-VALUE}).")
    private long version;

    /**
     * Reads the file and tells what was left out.
     *
     * @throws ParameterException if it is no file of fences
     * @throws IOException if it cannot be read
     */
    List<StatedFence> read(CommandSpec spec) throws IOException {
        if (version < 0) {
            throw new ParameterException(spec.commandLine(), "--fence-version is below 0");
        }
        return read(spec, file, version);
    }

    static List<StatedFence> read(CommandSpec spec, Path file, long version) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not a file");
        }
        try {
            List<StatedFence> fences = FenceFile.read(file, version);
            PrintWriter err = spec.commandLine().getErr();
            fences.forEach(
                    fence ->
                            fence.notes()
                                    .forEach(
                                            note ->
                                                    err.println(
                                                            FenceOutput.printable(
                                                                    fence.place() + ": " + note))));
            err.flush();
            return fences;
        } catch (FenceFileException e) {
            throw new ParameterException(spec.commandLine(), file + ": " + e.getMessage(), e);
        }
    }

    /** Prints a line for each fault and returns how many there are. */
    static int printFaults(List<StatedFence> fences, PrintWriter to) {
        int faults = 0;
        for (StatedFence fence : fences) {
            for (FenceFault fault : fence.faults()) {
                to.println(FenceOutput.printable(fence.place() + ": " + fault.text()));
                faults++;
            }
        }
        to.flush();
        return faults;
    }

    /** How many of something, in words. */
    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
