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
                    + " recorded around each), alerts.speeding.jsonl and alerts.geofence.jsonl (every revision),"
                    + " dead-letters.jsonl (what could not be used, and why), account.json (what"
                    + " became of every record).",
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
            paramLabel = "NAME",
            description =
                    "Pipelines to run, by comma. Default: crash, with --roads also speeding, with"
                            + " --geofences also geofence.")
    private @Nullable List<String> pipelines;

    @Option(
            names = "--roads",
            paramLabel = "FILE",
            description = "Roads to look for speeding on, as 'odograph roads import' makes them.")
    private @Nullable Path roads;

    @Option(
            names = "--vehicles",
            paramLabel = "FILE",
            description =
                    "Vehicle profiles, one to a line as JSON, named as in the schema: some limits"
                            + " and fences are for some classes, fleets or tenants.")
    private @Nullable Path vehicles;

    @Option(
            names = "--speed-limits",
            paramLabel = "FILE",
            description =
                    "Overrides of the map's speed limits, one to a line as JSON, named as in the"
                            + " schema.")
    private @Nullable Path speedLimits;

    @Option(
            names = "--geofences",
            paramLabel = "FILE",
            description =
                    "Fences to look for breaches of, and speed zones, one to a line as JSON, named"
                            + " as in the schema; 'odograph fences import' makes them of GeoJSON.")
    private @Nullable Path geofences;

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
        check.parallelism(parallelism);
        Settings settings =
                check.settings(
                        pipelines,
                        config,
                        roads,
                        new ReferenceInputs(vehicles, speedLimits, geofences));
        check.output(output, force);
        if (settings == null || !check.problems().isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n  ", check.problems()));
        }
        return new Replay(inputs, output, parallelism, settings.intake(), settings.pipelines());
    }

    private void print(Replay.Result result, PrintWriter out) {
        RecordAccount account = result.account();
        double seconds = result.took().toMillis() / 1000.0;
        line(out, "Records  %s", account);
        account.deadLettered()
                .forEach((reason, count) -> line(out, "         %,d %s", count, reason));
        String head = "Alerts ";
        for (ReplayPipeline pipeline : result.pipelines()) {
            line(
                    out,
                    "%-7s  %,d revisions of %s alerts",
                    head,
                    result.lines().get(pipeline.files().get(0)),
                    pipeline.name());
            head = "";
        }
        line(out, "Account  %s", verdict(result));
        line(out, "Took     %.1f s, %,.0f records/s", seconds, account.in() / seconds);
        head = "Outputs";
        for (String file : result.files()) {
            line(out, "%-7s  %s", head, output.resolve(file));
            head = "";
        }
    }

    private static String verdict(Replay.Result result) {
        if (result.isComplete()) {
            return "balances";
        }
        return "does not balance: %d records unaccounted for, %d dead letters written; by pipeline %s"
                .formatted(
                        result.account().unaccounted(),
                        result.lines().get(OutputFolder.DEAD_LETTERS),
                        result.accounts());
    }

    private static void line(PrintWriter out, String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
