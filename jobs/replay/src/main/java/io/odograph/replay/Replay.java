// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.crash.CrashAlertFormat;
import io.odograph.crash.CrashConfig;
import io.odograph.crash.CrashPipeline;
import io.odograph.embedded.EmbeddedFlink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The crash pipeline over files.
 *
 * @param inputs files in the order in which they are read; the kind of each is known
 * @param output folder for the outputs; those there already are replaced
 * @param parallelism subtasks of the pipeline, 1 and up; without effect on the outputs
 * @param intake settings of decoding and validation
 * @param crash settings of the pipeline
 */
public record Replay(
        List<Path> inputs, Path output, int parallelism, IntakeConfig intake, CrashConfig crash) {

    /**
     * What a replay did.
     *
     * @param account what became of the records
     * @param alerts revisions of alerts written
     * @param deadLetters dead letters written
     * @param took wall time, with the start of the cluster
     */
    public record Result(RecordAccount account, long alerts, long deadLetters, Duration took) {

        /** Whether every record that came in is accounted for, the rejected ones in the file. */
        public boolean isComplete() {
            return account.balances() && account.totalDeadLettered() == deadLetters;
        }
    }

    /**
     * Runs it to the end; the outputs appear only then.
     *
     * @throws Exception if the pipeline fails or a file cannot be read or written
     */
    public Result run() throws Exception {
        long start = System.nanoTime();
        try (OutputFolder folder = OutputFolder.open(output);
                EmbeddedFlink flink = EmbeddedFlink.start(parallelism, new Configuration())) {
            JobExecutionResult job = execute(flink.environment(settings()), folder);
            RecordAccount account = RecordAccount.of(job.getAllAccumulatorResults());
            long alerts = sort(folder, OutputFolder.ALERTS);
            sort(folder, OutputFolder.EVIDENCE);
            long deadLetters = sort(folder, OutputFolder.DEAD_LETTERS);
            Files.writeString(folder.staged(OutputFolder.ACCOUNT), account.toJson());
            folder.publish();
            return new Result(
                    account, alerts, deadLetters, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private JobExecutionResult execute(StreamExecutionEnvironment env, OutputFolder folder)
            throws Exception {
        var intake = ReadFiles.of(env, inputs, this.intake);
        var outputs = CrashPipeline.build(new CrashPipeline.Inputs(intake), crash);
        CrashAlertFormat format = crash.alertFormat();
        LineSink.attach(
                outputs.alerts()
                        .map(incident -> Outputs.line(incident, format))
                        .returns(Types.STRING)
                        .uid("alert-lines")
                        .name("alert lines"),
                folder.spool(OutputFolder.ALERTS),
                "alert-file");
        LineSink.attach(
                outputs.recordings()
                        .map(Outputs::line)
                        .returns(Types.STRING)
                        .uid("evidence-lines")
                        .name("evidence lines"),
                folder.spool(OutputFolder.EVIDENCE),
                "evidence-file");
        LineSink.attach(
                outputs.deadLetters()
                        .map(Outputs::line)
                        .returns(Types.STRING)
                        .uid("dead-letter-lines")
                        .name("dead letter lines"),
                folder.spool(OutputFolder.DEAD_LETTERS),
                "dead-letter-file");
        return env.execute("odograph-replay");
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
