// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.Intake;
import io.odograph.common.reference.BroadcastReference;
import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.testing.FailsOnce;
import io.odograph.testing.Watermarks;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * One run of the pipeline over records in memory.
 *
 * @param alerts what it reported, by vehicle and then in the order in which it came
 * @param used records that the detector saw
 * @param duplicates records seen before
 * @param late records that came too late
 */
record GeofenceRun(List<GeofenceRevision> alerts, long used, long duplicates, long late) {

    private static final int ATTEMPTS = 40;

    private static final TypeInformation<ReferenceUpdate<Fence>> UPDATES =
            TypeInformation.of(new TypeHint<>() {});

    /** A run to be. */
    static final class Setup {

        private final EmbeddedFlink flink;
        private final Map<String, String> options = new HashMap<>();
        private final Configuration settings = JobSettings.flink();
        private final List<Fence> fences = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final Map<String, VehicleProfile> profiles = new HashMap<>();
        private boolean follows;
        private boolean byCell;
        private Watermarks watermarks = Watermarks.AT_EACH_RECORD;
        private FailsOnce failure = new FailsOnce("never", Integer.MAX_VALUE);

        Setup(EmbeddedFlink flink) {
            this.flink = flink;
            settings.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        }

        Setup parallelism(int subtasks) {
            settings.set(CoreOptions.DEFAULT_PARALLELISM, subtasks);
            return this;
        }

        /** With its fences shared out by cells. */
        Setup byCell() {
            byCell = true;
            return this;
        }

        Setup watermarks(Watermarks how) {
            watermarks = how;
            return this;
        }

        Setup option(String key, String value) {
            options.put(key, value);
            return this;
        }

        /** With fences that are there from the start. */
        Setup fences(Fence... there) {
            fences.addAll(List.of(there));
            return this;
        }

        /** With a rule that is there from the start. */
        Setup rule(Rule rule) {
            rules.add(rule);
            return this;
        }

        /** With a profile that never changes. */
        Setup profile(VehicleProfile profile) {
            profiles.put(profile.vehicleId(), profile);
            return this;
        }

        /** Goes on from a savepoint of the job, with the fences that it holds. */
        Setup from(Path savepoint) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
            settings.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
            follows = true;
            return this;
        }

        /** With a failure after so many records, soon after a checkpoint. */
        Setup failing(String name, int after) {
            settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
            settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
            settings.set(
                    RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY,
                    Duration.ofMillis(10));
            failure = new FailsOnce(name, after);
            return this;
        }

        GeofenceRun of(List<Telemetry> arrivals) throws Exception {
            StreamExecutionEnvironment env = flink.environment(settings);
            List<GeofenceRevision> alerts = new ArrayList<>();
            var told = build(env, arrivals, intake -> intake);
            try (CloseableIterator<GeofenceRevision> reported = told.collectAsync()) {
                JobExecutionResult result = env.execute("geofence test");
                reported.forEachRemaining(alerts::add);
                return new GeofenceRun(
                        sorted(alerts),
                        result.<Long>getAccumulatorResult(RecordAccount.USED),
                        result.<Long>getAccumulatorResult(RecordAccount.DUPLICATE),
                        result.<Long>getAccumulatorResult(RecordAccount.LATE));
            }
        }

        /**
         * Takes these records and stops with a savepoint.
         *
         * @param arrivals the records
         * @param folder where the savepoint goes
         * @param told takes what was told until then
         * @return the savepoint
         */
        Path stopAfter(List<Telemetry> arrivals, Path folder, List<GeofenceRevision> told)
                throws Exception {
            StreamExecutionEnvironment env = flink.environment(settings);
            LastsOn end = new LastsOn(arrivals.size());
            var alerts = build(env, end.extend(arrivals), end);
            try (CloseableIterator<GeofenceRevision> reported = alerts.collectAsync()) {
                JobClient job = env.executeAsync("geofence test");
                end.await();
                String savepoint = stop(job, folder);
                reported.forEachRemaining(told::add);
                return Path.of(URI.create(savepoint));
            }
        }

        /** The records may all have come before every task has started, which a savepoint wants. */
        private static String stop(JobClient job, Path folder) throws Exception {
            for (int attempt = 1; ; attempt++) {
                try {
                    return job.stopWithSavepoint(
                                    false, folder.toUri().toString(), SavepointFormatType.CANONICAL)
                            .get(60, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (attempt == ATTEMPTS || !String.valueOf(e).contains("not being executed")) {
                        throw e;
                    }
                    TimeUnit.MILLISECONDS.sleep(500);
                }
            }
        }

        private DataStream<GeofenceRevision> build(
                StreamExecutionEnvironment env,
                List<Telemetry> arrivals,
                MapFunction<Intake, Intake> end) {
            // Its position is no part of what goes on from a savepoint.
            String source = follows ? "test-source-of-the-rest" : "test-source";
            var intake =
                    env.fromData(
                                    arrivals.stream().map(Intake::accepted).toList(),
                                    TypeInformation.of(Intake.class))
                            .uid(source)
                            .setParallelism(1)
                            .map(failure)
                            .returns(TypeInformation.of(Intake.class))
                            .uid("test-failure")
                            .setParallelism(1)
                            .map(end)
                            .returns(TypeInformation.of(Intake.class))
                            .uid("test-end")
                            .setParallelism(1)
                            .assignTimestampsAndWatermarks(watermarks.strategy())
                            .uid("test-watermarks")
                            .setParallelism(1);
            ConfigReader reader = new ConfigReader(Configuration.fromMap(options));
            GeofenceConfig config = GeofenceConfig.read(reader);
            reader.finish();
            return GeofencePipeline.build(
                            new GeofencePipeline.Inputs(
                                    intake, references(env), byCell ? stream(env) : null),
                            config)
                    .alerts();
        }

        private BroadcastReference<Fence> broadcast(StreamExecutionEnvironment env) {
            return follows
                    ? new BroadcastReference<>(ReferenceSnapshot.none(), other(env))
                    : BroadcastReference.of(new ReferenceSnapshot<>("test", fences, Map.of()));
        }

        /** What there was at the start, which has an end, and what comes later. */
        private DataStream<ReferenceUpdate<Fence>> stream(StreamExecutionEnvironment env) {
            var first =
                    env.fromData(
                                    fences.stream()
                                            .map(fence -> new ReferenceUpdate<>(fence.id(), fence))
                                            .toList(),
                                    UPDATES)
                            .uid("test-fences-first")
                            .setParallelism(1);
            return first.union(
                    other(env)
                            .assignTimestampsAndWatermarks(
                                    WatermarkStrategy.<ReferenceUpdate<Fence>>noWatermarks()
                                            .withIdleness(Duration.ofMillis(1)))
                            .setParallelism(1)
                            .uid("test-fences-idle"));
        }

        private ReferenceStreams references(StreamExecutionEnvironment env) {
            return new ReferenceStreams(
                    GeofenceJob.NAME,
                    BroadcastReference.of(new ReferenceSnapshot<>("test", rules, Map.of())),
                    BroadcastReference.none(),
                    byCell ? BroadcastReference.none() : broadcast(env),
                    profiles,
                    null,
                    null);
        }
    }

    /** Updates that change nothing where anybody drives. */
    private static DataStream<ReferenceUpdate<Fence>> other(StreamExecutionEnvironment env) {
        return env.fromData(UPDATES, new ReferenceUpdate<>("other", null))
                .uid("test-fences")
                .setParallelism(1);
    }

    /** By vehicle; the revisions of each stay in the order in which they came. */
    static List<GeofenceRevision> sorted(List<GeofenceRevision> alerts) {
        return alerts.stream()
                .sorted(Comparator.comparing(revision -> revision.alert().vehicleId()))
                .toList();
    }

    /** Fence, revision, status and kind of edge of each alert. */
    List<String> told() {
        return alerts.stream().map(GeofenceRun::line).toList();
    }

    private static String line(GeofenceRevision revision) {
        BreachEdge edge = revision.edge();
        return edge.fenceId()
                + " "
                + revision.alert().revision()
                + " "
                + revision.alert().status()
                + " "
                + edge.kind()
                + (edge.facts().endReason() == null ? "" : " " + edge.facts().endReason());
    }
}
