// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobArguments;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.crash.CrashConfig;
import io.odograph.crash.CrashJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Checks what a replay was asked for, and tells every problem at once. */
final class ReplayCheck {

    /** Names of the pipelines that there are. */
    static final Set<String> PIPELINES = Set.of(CrashJob.NAME);

    private static final int MAX_PARALLELISM = 128;

    private final List<String> problems = new ArrayList<>();

    /** The problems found so far, each a line for the user. */
    List<String> problems() {
        return problems;
    }

    /** Checks that every input is a file that can be read and whose kind is known. */
    void inputs(List<Path> inputs) {
        for (Path input : inputs) {
            if (Files.notExists(input)) {
                problems.add("input " + input + ": no such file");
            } else if (Files.isDirectory(input)) {
                problems.add("input " + input + ": is a folder, not a file");
            } else if (!Files.isReadable(input)) {
                problems.add("input " + input + ": cannot be read");
            } else {
                kind(input);
            }
        }
    }

    private void kind(Path input) {
        try {
            InputKind.of(input);
        } catch (IOException e) {
            problems.add("input " + input + ": " + e.getMessage());
        }
    }

    /** Checks that the folder can be written and holds no outputs yet. */
    void output(Path output, boolean force) {
        try {
            OutputFolder.open(output).close();
        } catch (IOException e) {
            problems.add("output " + output + ": cannot be written: " + reason(e));
            return;
        }
        List<String> existing = OutputFolder.existing(output);
        if (!force && !existing.isEmpty()) {
            problems.add(
                    "output "
                            + output
                            + ": "
                            + String.join(", ", existing)
                            + " there already; --force replaces");
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }

    /** Checks that the pipelines are known. */
    void pipelines(List<String> pipelines) {
        for (String pipeline : pipelines) {
            if (!PIPELINES.contains(pipeline)) {
                problems.add(
                        "pipeline "
                                + pipeline
                                + ": unknown; known: "
                                + String.join(", ", new TreeSet<>(PIPELINES)));
            }
        }
    }

    /** Checks the number of subtasks. */
    void parallelism(int parallelism) {
        if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
            problems.add("parallelism " + parallelism + ": must be from 1 to " + MAX_PARALLELISM);
        }
    }

    /** Reads and checks the options; null if there is a problem with them. */
    @Nullable Settings settings(@Nullable Path file) {
        try {
            ConfigReader reader = new ConfigReader(configuration(file));
            Settings settings = new Settings(IntakeConfig.read(reader), CrashConfig.read(reader));
            reader.finish();
            return settings;
        } catch (InvalidConfigException e) {
            e.problems().forEach(problem -> problems.add("config " + file + ": " + problem));
            return null;
        }
    }

    private static Configuration configuration(@Nullable Path file) {
        return file == null ? new Configuration() : JobArguments.parse("--config", file.toString());
    }

    /** Options of the pipelines. */
    record Settings(IntakeConfig intake, CrashConfig crash) {}
}
