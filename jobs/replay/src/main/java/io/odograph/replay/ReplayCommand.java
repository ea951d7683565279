// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.account.RecordAccount;
import io.odograph.replay.ReplayCheck.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code odograph replay}: recordings in, alerts out, as files. */
@Command(
        name = "replay",
        description = {
            "Runs the pipelines over recordings, without Kafka: files in, files out.",
            "The same records give the same bytes, whatever the parallelism and in whatever order"
                    + " vehicles are mixed.%n"
        },
        sortOptions = false,
        footer = {
            "",
            "Outputs: alerts.crash.jsonl (every revision), alerts.crash.evidence.jsonl (what was"
                    + " recorded around each), dead-letters.jsonl (what could not be used, and"
                    + " why), account.json (what became of every record).",
            "Exit code: 0 done and every record accounted for; 1 failed; 2 wrongly asked, nothing"
                    + " started."
        })
public final class ReplayCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Recordings, read in this order: .jsonl or .jsonl.gz (one telemetry record to"
                            + " a line, named as in the schema), .avro (container file of"
                            + " TelemetryRecord or CapturedRecord).")
    private List<Path> inputs;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the outputs; made where it is missing.")
    private Path output;

    @Option(
            names = "--pipelines",
            split = ",",
            defaultValue = "crash",
            paramLabel = "NAME",
            description = "Pipelines to run, by comma. Default and so far only: crash.")
    private List<String> pipelines;

    @Option(
            names = "--parallelism",
            defaultValue = "1",
            paramLabel = "N",
            description = "Subtasks of the pipelines. Default: 1.")
    private int parallelism;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Options of the pipelines as for the jobs, one 'name=value' to a line.")
    private @Nullable Path config;

    @Option(names = "--force", description = "Replace outputs that are there already.")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        Replay.Result result = check().run();
        print(result, spec.commandLine().getOut());
        return result.isComplete() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private Replay check() {
        ReplayCheck check = new ReplayCheck();
        check.inputs(inputs);
        check.pipelines(pipelines);
        check.parallelism(parallelism);
        Settings settings = check.settings(config);
        check.output(output, force);
        if (settings == null || !check.problems().isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n  ", check.problems()));
        }
        return new Replay(inputs, output, parallelism, settings.intake(), settings.crash());
    }

    private void print(Replay.Result result, PrintWriter out) {
        RecordAccount account = result.account();
        double seconds = result.took().toMillis() / 1000.0;
        line(out, "Records  %s", account);
        account.deadLettered()
                .forEach((reason, count) -> line(out, "         %,d %s", count, reason));
        line(out, "Alerts   %,d revisions of crash alerts", result.alerts());
        line(
                out,
                "Account  %s",
                result.isComplete()
                        ? "balances"
                        : "does not balance: "
                                + account.unaccounted()
                                + " records unaccounted for, "
                                + result.deadLetters()
                                + " dead letters written");
        line(out, "Took     %.1f s, %,.0f records/s", seconds, account.in() / seconds);
        line(out, "Outputs  %s", output.resolve(OutputFolder.ALERTS));
        line(out, "         %s", output.resolve(OutputFolder.EVIDENCE));
        line(out, "         %s", output.resolve(OutputFolder.DEAD_LETTERS));
        line(out, "         %s", output.resolve(OutputFolder.ACCOUNT));
    }

    private static void line(PrintWriter out, String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
