// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.Intake;
import io.odograph.common.reference.BroadcastReference;
import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.testing.FailsOnce;
import io.odograph.testing.Watermarks;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.geo.PositionGrid;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * One run of the pipeline over records in memory.
 *
 * @param told what it told, by vehicle and then in the order in which it came
 * @param used records that were summed up in their turn
 * @param duplicates records seen before
 * @param late records that came after their turn
 */
record DrivingRun(List<DrivingOutput> told, long used, long duplicates, long late) {

    private static final PositionGrid EXACT = new PositionGrid(0);

    /** A run to be. */
    static final class Setup {

        private final EmbeddedFlink flink;
        private final Map<String, String> options = new HashMap<>();
        private final Configuration settings = JobSettings.flink();
        private final List<Rule> rules = new ArrayList<>();
        private final Map<String, VehicleProfile> profiles = new HashMap<>();
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

        Setup watermarks(Watermarks how) {
            watermarks = how;
            return this;
        }

        Setup option(String key, String value) {
            options.put(key, value);
            return this;
        }

        Setup rule(Rule rule) {
            rules.add(rule);
            return this;
        }

        Setup profile(VehicleProfile profile) {
            profiles.put(profile.vehicleId(), profile);
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

        DrivingRun of(List<Telemetry> arrivals) throws Exception {
            StreamExecutionEnvironment env = flink.environment(settings);
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
                            .assignTimestampsAndWatermarks(watermarks.strategy())
                            .uid("test-watermarks")
                            .setParallelism(1);
            ConfigReader reader = new ConfigReader(Configuration.fromMap(options));
            DrivingConfig config = DrivingConfig.read(reader);
            reader.finish();
            var told =
                    DrivingPipeline.build(new DrivingPipeline.Inputs(intake, references()), config)
                            .driving();
            List<DrivingOutput> outputs = new ArrayList<>();
            try (CloseableIterator<DrivingOutput> reported = told.collectAsync()) {
                JobExecutionResult result = env.execute("driving test");
                reported.forEachRemaining(outputs::add);
                return new DrivingRun(
                        outputs.stream()
                                .sorted(Comparator.comparing(DrivingOutput::vehicleId))
                                .toList(),
                        result.<Long>getAccumulatorResult(RecordAccount.USED),
                        result.<Long>getAccumulatorResult(RecordAccount.DUPLICATE),
                        result.<Long>getAccumulatorResult(RecordAccount.LATE));
            }
        }

        private ReferenceStreams references() {
            return new ReferenceStreams(
                    DrivingJob.NAME,
                    BroadcastReference.of(new ReferenceSnapshot<>("test", rules, Map.of())),
                    BroadcastReference.none(),
                    BroadcastReference.none(),
                    profiles,
                    null,
                    null);
        }
    }

    /** All that was told, as it stands on the topics. */
    List<String> records() {
        return told.stream().map(DrivingRun::record).toList();
    }

    /** What was told last of each, without revisions and the times at which they were decided. */
    Map<String, String> last() {
        Map<String, String> last = new TreeMap<>();
        for (DrivingOutput output : told) {
            String id = output.vehicleId() + " " + FeatureHeaders.id(output);
            if (output.retracted()) {
                last.remove(id);
            } else {
                String record = record(output);
                last.put(
                        id,
                        record.replaceAll("\"revision\": \\d+", "")
                                .replaceAll("\"decided_at\": [^,}]+", ""));
            }
        }
        return last;
    }

    private static String record(DrivingOutput output) {
        return switch (output.kind()) {
            case WINDOW -> new FeaturesFormat().toAvro(output).toString();
            case TRIP -> new TripFormat(EXACT).toAvro(output).toString();
            case HARSH -> new HarshEventFormat(EXACT).toAvro(output).toString();
        };
    }

    /** Outputs of a kind, of one vehicle. */
    List<DrivingOutput> of(DrivingOutput.Kind kind, String vehicle) {
        return told.stream()
                .filter(output -> output.kind() == kind && output.vehicleId().equals(vehicle))
                .toList();
    }
}
