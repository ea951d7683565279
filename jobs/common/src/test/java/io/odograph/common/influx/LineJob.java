// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import io.odograph.common.config.JobSettings;
import io.odograph.embedded.EmbeddedFlink;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that writes numbered points, some of them poison, and may fail on its way. */
final class LineJob {

    static final Measurement POINTS =
            Measurement.of("points", "One number.")
                    .tagPerVehicle("vehicle_id", "Its series.")
                    .field("value", FieldType.INTEGER, "1", "The number.")
                    .field("half", FieldType.DECIMAL, "1", "Half of it.")
                    .build();

    /** Lines that were kept as poison, and checkpoints that completed, by name of the job. */
    static final Map<String, List<RejectedLine>> POISON = new ConcurrentHashMap<>();

    static final Map<String, Integer> CHECKPOINTS = new ConcurrentHashMap<>();
    static final Map<String, Integer> FAILURES = new ConcurrentHashMap<>();
    private static final Map<String, Long> FAIL_AT = new ConcurrentHashMap<>();

    private final EmbeddedFlink flink;
    private final String name;
    private final InfluxConfig config;
    private LineFormat<Long> format = numbered(10);
    private long perSecond = 1_000_000;
    private boolean restarts = true;
    private String savepoint = "";

    LineJob(EmbeddedFlink flink, String name, InfluxConfig config) {
        this.flink = flink;
        this.name = name;
        this.config = config;
        POISON.put(name, new CopyOnWriteArrayList<>());
        CHECKPOINTS.put(name, 0);
    }

    LineJob format(LineFormat<Long> other) {
        format = other;
        return this;
    }

    LineJob perSecond(long lines) {
        perSecond = lines;
        return this;
    }

    LineJob withoutRestarts() {
        restarts = false;
        return this;
    }

    LineJob failingAt(long number) {
        FAIL_AT.put(name, number);
        return this;
    }

    LineJob from(String restored) {
        savepoint = restored;
        return this;
    }

    /** Numbers as points of their own, in so many series. */
    static LineFormat<Long> numbered(int series) {
        return (number, line) ->
                line.begin(POINTS)
                        .tag("vehicle_id", "v" + number % series)
                        .field("value", (long) number)
                        .field("half", number / 2.0)
                        .at(1_000_000 + number);
    }

    /** Numbers as revisions of a few points. */
    static LineFormat<Long> revisions(int points) {
        return (number, line) ->
                line.begin(POINTS)
                        .tag("vehicle_id", "v" + number % points)
                        .field("value", (long) number)
                        .field("half", number / 2.0)
                        .at(1_000_000);
    }

    JobClient submit(long numbers) throws Exception {
        Configuration settings = JobSettings.flink();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, restarts ? "fixed-delay" : "none");
        settings.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(100));
        if (!savepoint.isEmpty()) {
            settings.setString("execution.state-recovery.path", savepoint);
        }
        StreamExecutionEnvironment env = flink.environment(settings);
        env.setParallelism(1);
        String job = name;
        InfluxSink.attach(
                env.fromSequence(0, numbers - 1)
                        .uid("numbers")
                        .map(new Paced(name, perSecond))
                        .uid("paced"),
                "lines",
                format,
                config,
                () -> lines -> POISON.get(job).addAll(lines));
        return env.executeAsync(name);
    }

    /** Runs to the end. */
    void run(long numbers) throws Exception {
        end(submit(numbers));
    }

    /** Waits for the end; what does not come to it is cancelled, so that others can run. */
    static void end(JobClient job) throws Exception {
        try {
            job.getJobExecutionResult().get(2, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            job.cancel().get(1, TimeUnit.MINUTES);
            throw e;
        }
    }

    /** Lets so many through in a second, tells checkpoints, fails once where it is told to. */
    private static final class Paced extends RichMapFunction<Long, Long>
            implements CheckpointListener {

        private final String job;
        private final long perSecond;
        private long begun;
        private long seen;

        Paced(String job, long perSecond) {
            this.job = job;
            this.perSecond = perSecond;
        }

        @Override
        public Long map(Long number) throws Exception {
            if (seen++ == 0) {
                begun = System.nanoTime();
            }
            Long failAt = FAIL_AT.get(job);
            if (failAt != null && number == failAt.longValue()) {
                FAIL_AT.remove(job);
                FAILURES.merge(job, 1, Integer::sum);
                throw new IllegalStateException("Fails once, for the test");
            }
            if (seen % 64 == 0) {
                long due = begun + seen * 1_000_000_000L / perSecond;
                long early = (due - System.nanoTime()) / 1_000_000;
                if (early > 0) {
                    Thread.sleep(early);
                }
            }
            return number;
        }

        @Override
        public void notifyCheckpointComplete(long id) {
            CHECKPOINTS.merge(job, 1, Integer::sum);
        }
    }
}
