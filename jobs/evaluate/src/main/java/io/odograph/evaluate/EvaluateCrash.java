// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code odograph evaluate crash}: judges crash detection. */
@Command(
        name = "crash",
        sortOptions = false,
        description = {
            "Shows simulated and recorded crashes and harmless events to crash detection, and"
                    + " compares with the truth.",
            "The same seed and scale give the same numbers."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every floor is met", "1:a floor is not met", "2:wrong usage"})
public final class EvaluateCrash implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all randomness (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--scale",
            paramLabel = "SHARE",
            defaultValue = "1",
            description =
                    "Share of the full suite, above 0, up to 100 (default: ${DEFAULT-VALUE}).")
    private double scale;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many work at once; changes no number (default: as many as cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            defaultValue = "${sys:odograph.recordings}",
            description =
                    "Folder of real recordings (default: system property odograph.recordings; left"
                            + " out where there are none).")
    private @Nullable String recordings;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the numbers as JSON, too.")
    private @Nullable Path json;

    @Option(
            names = "--plot",
            arity = "0..1",
            fallbackValue = TimelinePlot.TYPICAL,
            paramLabel = "CASE",
            description =
                    "Only draw the timeline of one crash, such as frontal/17, into --output"
                            + " (without a name: ${FALLBACK-VALUE}).")
    private @Nullable String plot;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder for plots (default: the current one); made where it is missing.")
    private Path output;

    /** For picocli, which fills the options. */
    public EvaluateCrash() {}

    @Override
    public Integer call() throws IOException {
        if (!(scale > 0 && scale <= 100) || threads < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--scale must be above 0, up to 100, and --threads 1 or more");
        }
        return plot == null ? evaluate() : draw(plot);
    }

    private int evaluate() throws IOException {
        EvaluationResult result = Evaluation.crash(seed, scale, threads, folder());
        PrintWriter out = spec.commandLine().getOut();
        out.print(TextReport.of(result));
        out.flush();
        if (json != null) {
            Files.writeString(json, JsonReport.of(result));
        }
        return result.floors().stream().allMatch(Floor::met) ? 0 : 1;
    }

    private @Nullable Path folder() {
        if (recordings == null || recordings.isEmpty()) {
            return null;
        }
        Path folder = Path.of(recordings);
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "--recordings: " + folder + " is not a folder");
        }
        return folder;
    }

    private int draw(String id) throws IOException {
        CrashCase that =
                CrashSuite.of(seed, Math.max(1, scale)).stream()
                        .filter(candidate -> candidate.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                spec.commandLine(), "--plot: there is no " + id));
        Files.createDirectories(output);
        Path file = output.resolve("crash-" + id.replace('/', '-') + ".svg");
        Files.writeString(file, TimelinePlot.of(that));
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
