// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.config.JobSettings;
import io.odograph.common.deadletter.DeadLetterFormat;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.embedded.EmbeddedFlink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Pipelines over files, one after the other: each reads them as its job would read the topic, so
 * that each has an account of its own.
 *
 * @param inputs files in the order in which they are read; the kind of each is known
 * @param output folder for the outputs; those there already are replaced
 * @param parallelism subtasks of the pipelines, 1 and up; without effect on the outputs
 * @param intake settings of decoding and validation
 * @param pipelines what to run, at least one
 */
record Replay(
        List<Path> inputs,
        Path output,
        int parallelism,
        IntakeConfig intake,
        List<ReplayPipeline> pipelines) {

    /**
     * What a replay did.
     *
     * @param pipelines what ran
     * @param accounts what became of the records in each pipeline
     * @param lines number of lines by file
     * @param took wall time, with the start of the cluster
     */
    record Result(
            List<ReplayPipeline> pipelines,
            List<RecordAccount> accounts,
            Map<String, Long> lines,
            Duration took) {

        /** Names of the files written. */
        List<String> files() {
            List<String> files = new ArrayList<>();
            pipelines.forEach(pipeline -> files.addAll(pipeline.files()));
            files.addAll(List.of(OutputFolder.DEAD_LETTERS, OutputFolder.ACCOUNT));
            return files;
        }

        /** What became of the records. */
        RecordAccount account() {
            return accounts.get(0);
        }

        /**
         * Whether every record that came in is accounted for, the same way in each pipeline, the
         * rejected ones in the file.
         */
        boolean isComplete() {
            return account().balances()
                    && accounts.stream().allMatch(account()::equals)
                    && account().totalDeadLettered() == lines.get(OutputFolder.DEAD_LETTERS);
        }
    }

    /**
     * Runs it to the end; the outputs appear only then.
     *
     * @throws Exception if a pipeline fails or a file cannot be read or written
     */
    Result run() throws Exception {
        long start = System.nanoTime();
        try (OutputFolder folder = OutputFolder.open(output);
                EmbeddedFlink flink = EmbeddedFlink.start(parallelism, new Configuration())) {
            List<RecordAccount> accounts = new ArrayList<>();
            Map<String, Long> lines = new TreeMap<>();
            for (ReplayPipeline pipeline : pipelines) {
                accounts.add(execute(pipeline, accounts.isEmpty(), flink, folder));
                for (String file : pipeline.files()) {
                    lines.put(file, sort(folder, file));
                }
            }
            lines.put(OutputFolder.DEAD_LETTERS, sort(folder, OutputFolder.DEAD_LETTERS));
            Files.writeString(folder.staged(OutputFolder.ACCOUNT), accounts.get(0).toJson());
            folder.publish();
            return new Result(
                    pipelines, accounts, lines, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private RecordAccount execute(
            ReplayPipeline pipeline, boolean first, EmbeddedFlink flink, OutputFolder folder)
            throws Exception {
        StreamExecutionEnvironment env = flink.environment(settings());
        var rejections = pipeline.attach(ReadFiles.of(env, inputs, intake), folder);
        if (first) {
            // The others reject the same.
            DeadLetterFormat format = new DeadLetterFormat(pipeline.name());
            LineSink.attach(
                    rejections,
                    rejection -> Outputs.line(rejection, format),
                    folder.spool(OutputFolder.DEAD_LETTERS),
                    "dead-letter");
        }
        return RecordAccount.of(
                env.execute("odograph-replay-" + pipeline.name()).getAllAccumulatorResults());
    }

    private static long sort(OutputFolder folder, String name) throws IOException {
        return SortedLines.sort(folder.spool(name), folder.staged(name));
    }

    private Configuration settings() {
        Configuration settings = JobSettings.flink();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        // Without checkpoints a restart would count records twice.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return settings;
    }
}
