// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.influx.Measurement;
import io.odograph.common.influx.QuestDbTable;
import io.odograph.driving.DrivingMeasurements;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.embedded.EmbeddedQuestDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.common.utils.Utils;

/**
 * Starts Kafka and Flink, runs the jobs between their topics, plays the sample data and compares.
 *
 * @param data what is played and what must come of it
 * @param speedUp how much faster than recorded
 * @param stay whether to stay up after the scoreboard until interrupted
 * @param screen where to print
 */
record Demo(SampleData data, double speedUp, boolean stay, Screen screen) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Those who read the alerts. */
    private record Watches(
            AlertWatch<SeenCrash> crashes,
            AlertWatch<SeenSpeeding> speedings,
            AlertWatch<SeenGeofence> geofences) {

        int seen() {
            return crashes.seen().size() + speedings.seen().size() + geofences.seen().size();
        }
    }

    /**
     * Runs to the end.
     *
     * @return whether all was as expected
     * @throws InterruptedException if it was asked to stop
     */
    boolean run() throws Exception {
        long begin = System.nanoTime();
        screen.line("Starting Kafka, Flink and a database...");
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                EmbeddedFlink flink = EmbeddedFlink.start(Jobs.SLOTS, new Configuration());
                EmbeddedQuestDb database = EmbeddedQuestDb.start()) {
            Topics.create(kafka);
            for (Measurement measurement : DrivingMeasurements.ALL) {
                database.sql(QuestDbTable.create(measurement));
            }
            Jobs jobs = new Jobs(kafka, flink, database, data.roads());
            Scoreboard scoreboard = measure(kafka, jobs);
            scoreboard.lines().forEach(screen::line);
            new VehicleDay(database).lines().forEach(screen::line);
            long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            screen.line((scoreboard.isPerfect() ? "PASSED" : "FAILED") + " in " + seconds + " s");
            if (stay) {
                stay(jobs);
            }
            return scoreboard.isPerfect();
        }
    }

    private Scoreboard measure(EmbeddedKafka kafka, Jobs jobs) throws Exception {
        String brokers = kafka.bootstrapServers();
        References references = new References(brokers, data);
        references.send();
        JobRun crash = jobs.crash("earliest");
        JobRun speeding = jobs.speeding("earliest");
        JobRun geofence = jobs.geofence("earliest");
        JobRun driving = jobs.driving("earliest");
        try (var crashes =
                        new AlertWatch<>(brokers, Topics.CRASHES, SeenCrash.DECODER, this::show);
                var speedings =
                        new AlertWatch<>(
                                brokers, Topics.SPEEDINGS, SeenSpeeding.DECODER, this::show);
                var geofences =
                        new AlertWatch<>(
                                brokers, Topics.FENCES, SeenGeofence.DECODER, this::show)) {
            addresses(jobs);
            references.awaitProfiles(speeding, LIMIT);
            references.awaitProfiles(driving, LIMIT);
            Watches watches = new Watches(crashes, speedings, geofences);
            play(brokers, watches);
            return settle(List.of(crash, speeding, geofence, driving), watches, jobs.database());
        }
    }

    private void show(SeenAlert alert) {
        if (alert.isNews()) {
            screen.line(alert.line());
        }
    }

    private void addresses(Jobs jobs) {
        endpoints(jobs);
        screen.line(
                String.format(
                        Locale.ROOT,
                        "Playing  %,d records of %d minutes, %.0f times as fast",
                        data.records().size(),
                        Duration.ofMillis(data.end() - data.start()).toMinutes(),
                        speedUp));
        screen.line("");
    }

    private void endpoints(Jobs jobs) {
        screen.line("Kafka    " + jobs.kafka().bootstrapServers());
        screen.line("Flink    " + jobs.flink().webUrl());
        screen.line("QuestDB  " + jobs.database().url());
    }

    private void play(String brokers, Watches watches) throws InterruptedException {
        ProgressBar bar = new ProgressBar(data.start(), data.end(), data.records().size());
        new Playback(brokers, Topics.TELEMETRY, new Pacing(data.start(), speedUp))
                .play(
                        data,
                        (time, played) -> screen.status(bar.render(time, played, watches.seen())));
    }

    private Scoreboard settle(List<JobRun> jobs, Watches watches, EmbeddedQuestDb database)
            throws Exception {
        Path folder = Files.createTempDirectory("odograph-demo-");
        try {
            SortedMap<String, RecordAccount> accounts = new TreeMap<>();
            for (JobRun job : jobs) {
                job.awaitRead(data.records().size(), LIMIT);
                accounts.put(job.name(), job.drain(folder));
            }
            GroundTruth truth = data.truth();
            return new Scoreboard(
                    List.of(
                            CrashScore.of(truth.crashes(), watches.crashes().awaitEnd(LIMIT)),
                            SpeedingScore.of(
                                    truth.speedings(), watches.speedings().awaitEnd(LIMIT)),
                            GeofenceScore.of(
                                    truth.geofences(), watches.geofences().awaitEnd(LIMIT)),
                            DrivingScore.of(truth.account(), database),
                            new AccountScore(truth.account(), accounts)));
        } finally {
            Utils.delete(folder.toFile());
            screen.clearStatus();
            screen.line("");
        }
    }

    private void stay(Jobs jobs) throws Exception {
        // The jobs that were measured have ended; others serve whatever comes now.
        jobs.crash("latest");
        jobs.speeding("latest");
        jobs.geofence("latest");
        jobs.driving("latest");
        screen.line("");
        screen.line("Staying up until Ctrl-C.");
        endpoints(jobs);
        Topics.lines().forEach(screen::line);
        screen.line(
                "Read     kcat -b %s -C -t %s -o beginning -e -X isolation.level=read_committed"
                        .formatted(jobs.kafka().bootstrapServers(), Topics.CRASHES));
        screen.line(
                "Fences   ./odograph fences put FILE --bootstrap-servers %s"
                        .formatted(jobs.kafka().bootstrapServers()));
        new CountDownLatch(1).await();
    }
}
