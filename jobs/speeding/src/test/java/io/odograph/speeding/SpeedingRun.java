// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

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
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
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
record SpeedingRun(List<SpeedingEpisode> alerts, long used, long duplicates, long late) {

    /** A run to be. */
    static final class Setup {

        private final EmbeddedFlink flink;
        private final Map<String, String> options = new HashMap<>();
        private final Configuration settings = JobSettings.flink();
        private final List<Rule> rules = new ArrayList<>();
        private final List<LimitOverride> overrides = new ArrayList<>();
        private final List<Fence> fences = new ArrayList<>();
        private final List<VehicleProfile> profiles = new ArrayList<>();
        private boolean follows;
        private Watermarks watermarks = Watermarks.AT_EACH_RECORD;
        private FailsOnce failure = new FailsOnce("never", Integer.MAX_VALUE);

        Setup(EmbeddedFlink flink, Path roads) {
            this.flink = flink;
            options.put("roads.file", roads.toString());
            settings.set(CoreOptions.DEFAULT_PARALLELISM, 2);
        }

        Setup parallelism(int subtasks) {
            settings.set(CoreOptions.DEFAULT_PARALLELISM, subtasks);
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

        /** With a rule that is there from the start. */
        Setup rule(Rule rule) {
            rules.add(rule);
            return this;
        }

        /** With an override that is there from the start. */
        Setup override(LimitOverride override) {
            overrides.add(override);
            return this;
        }

        /** With a fence that is there from the start. */
        Setup fence(Fence fence) {
            fences.add(fence);
            return this;
        }

        /** With a profile that is there before the first record. */
        Setup profile(VehicleProfile profile) {
            profiles.add(profile);
            return this;
        }

        /** Goes on from a savepoint of the job, whatever its source was. */
        Setup from(Path savepoint) {
            settings.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
            settings.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
            return this;
        }

        /** With an input of overrides, so that those of a savepoint are read. */
        Setup followingOverrides() {
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

        SpeedingRun of(List<Telemetry> arrivals) throws Exception {
            StreamExecutionEnvironment env = flink.environment(settings);
            ProfilesFirst gate = new ProfilesFirst(profiles.size());
            var intake =
                    env.fromData(
                                    arrivals.stream().map(Intake::accepted).toList(),
                                    TypeInformation.of(Intake.class))
                            .uid("test-source")
                            .setParallelism(1)
                            .map(failure)
                            .returns(TypeInformation.of(Intake.class))
                            .uid("test-failure")
                            .setParallelism(1)
                            .map(gate)
                            .returns(TypeInformation.of(Intake.class))
                            .uid("test-gate")
                            .setParallelism(1)
                            .assignTimestampsAndWatermarks(watermarks.strategy())
                            .uid("test-watermarks")
                            .setParallelism(1);
            ConfigReader reader = new ConfigReader(Configuration.fromMap(options));
            SpeedingConfig config = SpeedingConfig.read(reader);
            reader.finish();
            var outputs =
                    SpeedingPipeline.build(
                            new SpeedingPipeline.Inputs(intake, references(env, gate)), config);
            List<SpeedingEpisode> alerts = new ArrayList<>();
            try (CloseableIterator<SpeedingEpisode> reported = outputs.alerts().collectAsync()) {
                JobExecutionResult result = env.execute("speeding test");
                reported.forEachRemaining(alerts::add);
                // Stable: the revisions of a vehicle stay in the order in which they came.
                alerts.sort(Comparator.comparing(episode -> episode.alert().vehicleId()));
                return new SpeedingRun(
                        alerts,
                        result.<Long>getAccumulatorResult(RecordAccount.USED),
                        result.<Long>getAccumulatorResult(RecordAccount.DUPLICATE),
                        result.<Long>getAccumulatorResult(RecordAccount.LATE));
            }
        }

        private ReferenceStreams references(StreamExecutionEnvironment env, ProfilesFirst gate) {
            return new ReferenceStreams(
                    SpeedingJob.NAME,
                    BroadcastReference.of(new ReferenceSnapshot<>("test", rules, Map.of())),
                    follows
                            ? new BroadcastReference<>(ReferenceSnapshot.none(), other(env))
                            : BroadcastReference.of(
                                    new ReferenceSnapshot<>("test", overrides, Map.of())),
                    BroadcastReference.of(new ReferenceSnapshot<>("test", fences, Map.of())),
                    profiles.isEmpty() ? null : gate.stream(env, profiles),
                    null);
        }
    }

    /** Updates that change nothing where anybody drives. */
    private static DataStream<ReferenceUpdate<LimitOverride>> other(
            StreamExecutionEnvironment env) {
        return env.fromData(
                        TypeInformation.of(new TypeHint<ReferenceUpdate<LimitOverride>>() {}),
                        new ReferenceUpdate<>("other", null))
                .uid("test-overrides")
                .setParallelism(1);
    }

    /** Revision, status, band and end of each alert. */
    List<String> stages() {
        return alerts.stream().map(SpeedingRun::stage).toList();
    }

    private static String stage(SpeedingEpisode episode) {
        return episode.alert().revision()
                + " "
                + episode.alert().status()
                + " "
                + episode.facts().band()
                + (episode.facts().endReason() == null ? "" : " " + episode.facts().endReason());
    }
}
