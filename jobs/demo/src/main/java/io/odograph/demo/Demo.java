// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.config.JobSettings;
import io.odograph.crash.CrashJob;
import io.odograph.crash.CrashJobConfig;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.utils.Utils;

/**
 * Starts Kafka and Flink, runs the crash job between its topics, plays the sample data and
 * compares.
 *
 * @param data what is played and what must come of it
 * @param speedUp how much faster than recorded
 * @param stay whether to stay up after the scoreboard until interrupted
 * @param screen where to print
 */
record Demo(SampleData data, double speedUp, boolean stay, Screen screen) {

    private static final String TELEMETRY = "telemetry.raw";
    private static final String ALERTS = "alerts.crash";
    private static final String EVIDENCE = "alerts.crash.evidence";
    private static final String DEAD_LETTERS = "dead-letters.crash";
    private static final int PARTITIONS = 4;
    private static final int PARALLELISM = 2;
    private static final Duration CHECKPOINTS = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * Runs to the end.
     *
     * @return whether all was as expected
     * @throws InterruptedException if it was asked to stop
     */
    boolean run() throws Exception {
        long begin = System.nanoTime();
        screen.line("Starting Kafka and Flink...");
        try (EmbeddedKafka kafka = startKafka();
                EmbeddedFlink flink = EmbeddedFlink.start(PARALLELISM, new Configuration());
                AlertWatch watch = new AlertWatch(kafka.bootstrapServers(), ALERTS, this::show)) {
            RunningJob job = submit(kafka, flink, "earliest");
            addresses(kafka, flink);
            play(kafka, watch);
            Scoreboard scoreboard = settle(job, watch);
            scoreboard.lines().forEach(screen::line);
            long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            screen.line((scoreboard.isPerfect() ? "PASSED" : "FAILED") + " in " + seconds + " s");
            if (stay) {
                stay(kafka, flink);
            }
            return scoreboard.isPerfect();
        }
    }

    /** Every revision but that which tells no more than that nothing follows. */
    private void show(SeenAlert alert) {
        if (!alert.reason().equals(SeenAlert.OVER)) {
            screen.line(AlertLine.format(alert));
        }
    }

    private static EmbeddedKafka startKafka() {
        EmbeddedKafka kafka = EmbeddedKafka.start();
        kafka.createTopic(TELEMETRY, PARTITIONS, Map.of());
        // One partition, so that the alerts of all vehicles are shown in one order.
        kafka.createTopic(ALERTS, 1, Map.of());
        kafka.createTopic(EVIDENCE, 1, Map.of());
        // A dead letter is larger than its record.
        kafka.createTopic(DEAD_LETTERS, 1, Map.of("max.message.bytes", "2097152"));
        return kafka;
    }

    private static RunningJob submit(EmbeddedKafka kafka, EmbeddedFlink flink, String from)
            throws Exception {
        Configuration settings = JobSettings.flink();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
        // A failure must show; a restart would begin the account anew.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env = flink.environment(settings);
        Configuration options = new Configuration();
        options.setString("kafka.bootstrap.servers", kafka.bootstrapServers());
        options.setString("telemetry.starting-offsets", from);
        CrashJob.attach(env, CrashJobConfig.from(options));
        return new RunningJob(env.executeAsync("odograph-" + CrashJob.NAME));
    }

    private void addresses(EmbeddedKafka kafka, EmbeddedFlink flink) {
        screen.line("Kafka    " + kafka.bootstrapServers());
        screen.line("Flink    " + flink.webUrl());
        screen.line(
                String.format(
                        Locale.ROOT,
                        "Playing  %,d records of %d minutes, %.0f times as fast",
                        data.records().size(),
                        Duration.ofMillis(data.end() - data.start()).toMinutes(),
                        speedUp));
        screen.line("");
    }

    private void play(EmbeddedKafka kafka, AlertWatch watch) throws InterruptedException {
        ProgressBar bar = new ProgressBar(data.start(), data.end(), data.records().size());
        new Playback(kafka.bootstrapServers(), TELEMETRY, new Pacing(data.start(), speedUp))
                .play(
                        data,
                        (time, played) ->
                                screen.status(bar.render(time, played, watch.seen().size())));
    }

    private Scoreboard settle(RunningJob job, AlertWatch watch) throws Exception {
        job.awaitRead(data.records().size(), LIMIT);
        Path folder = Files.createTempDirectory("odograph-demo-");
        try {
            RecordAccount account = job.drain(folder);
            return Scoreboard.of(data, watch.awaitEnd(LIMIT), account);
        } finally {
            Utils.delete(folder.toFile());
            screen.clearStatus();
            screen.line("");
        }
    }

    private void stay(EmbeddedKafka kafka, EmbeddedFlink flink) throws Exception {
        // The job that was measured has ended; another one serves whatever comes now.
        submit(kafka, flink, "latest");
        screen.line("");
        screen.line("Staying up until Ctrl-C.");
        screen.line("Kafka    " + kafka.bootstrapServers());
        screen.line("Flink    " + flink.webUrl());
        screen.line("Topics   " + String.join(", ", TELEMETRY, ALERTS, EVIDENCE, DEAD_LETTERS));
        screen.line(
                "Read     kcat -b %s -C -t %s -o beginning -e -X isolation.level=read_committed"
                        .formatted(kafka.bootstrapServers(), ALERTS));
        new CountDownLatch(1).await();
    }
}
