// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.udfs.road.RoadFileException;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.road.RoadOrigin;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code odograph roads verify}: checks that a road file is whole. */
@Command(
        name = "verify",
        description =
                "Reads all of a road file, compares it with its checksums, and tells whose it is.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is whole",
            "1:it cannot be read",
            "2:wrong usage, no road file, or damaged"
        })
public final class VerifyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Road file.")
    private Path file;

    /** For picocli, which fills the options. */
    public VerifyCommand() {}

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), file + " is not a file");
        }
        try {
            RoadNetwork.verify(file);
            RoadNetwork network = RoadNetwork.open(file);
            RoadOrigin origin = network.origin();
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%s is whole: network version %s, %d edges%n",
                    file, network.version(), network.edgeCount());
            out.printf(
                    "made from %s%s%n",
                    origin.source(),
                    origin.dataTime() == null ? "" : ", data of " + origin.dataTime());
            out.println(origin.attribution());
            out.flush();
            return CommandLine.ExitCode.OK;
        } catch (RoadFileException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
