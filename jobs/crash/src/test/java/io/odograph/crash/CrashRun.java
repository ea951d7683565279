// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.Intake;
import io.odograph.common.reference.BroadcastReference;
import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.schemas.AlertStatus;
import io.odograph.testing.FailsOnce;
import io.odograph.testing.Watermarks;
import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.telemetry.Telemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * One run of the pipeline over records in memory.
 *
 * @param alerts what it reported, by vehicle and then in the order in which it came
 * @param recordings what was recorded around incidents, by vehicle
 * @param used records that the detector saw
 * @param duplicates records seen before
 * @param late records that came too late
 */
record CrashRun(
        List<CrashIncident> alerts,
        List<String> recordings,
        long used,
        long duplicates,
        long late) {

    static CrashRun of(
            EmbeddedFlink flink, List<Telemetry> arrivals, int parallelism, Watermarks watermarks)
            throws Exception {
        return of(
                flink,
                arrivals,
                parallelism,
                watermarks,
                new Configuration(),
                ReferenceStreams.NONE);
    }

    /** With rules that are there from the start. */
    static CrashRun under(List<Rule> rules, EmbeddedFlink flink, List<Telemetry> arrivals)
            throws Exception {
        ReferenceStreams references =
                new ReferenceStreams(
                        CrashJob.NAME,
                        BroadcastReference.of(new ReferenceSnapshot<>("test", rules, Map.of())),
                        BroadcastReference.none(),
                        BroadcastReference.none(),
                        null,
                        null);
        return of(flink, arrivals, 2, Watermarks.AT_EACH_RECORD, new Configuration(), references);
    }

    /** Goes on from a savepoint of the job, whatever its source was. */
    static CrashRun from(
            EmbeddedFlink flink, Path savepoint, List<Telemetry> arrivals, int parallelism)
            throws Exception {
        Configuration recovery = new Configuration();
        recovery.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
        recovery.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        return of(
                flink,
                arrivals,
                parallelism,
                Watermarks.AT_EACH_RECORD,
                recovery,
                ReferenceStreams.NONE);
    }

    /** With a failure in the middle, soon after a checkpoint; only the outputs are the same. */
    static CrashRun failing(
            EmbeddedFlink flink, List<Telemetry> arrivals, int parallelism, String name)
            throws Exception {
        Configuration recovery = new Configuration();
        recovery.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        recovery.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        recovery.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        FailsOnce failure = new FailsOnce(name, arrivals.size() / 2);
        return of(
                flink,
                arrivals,
                parallelism,
                Watermarks.AT_EACH_RECORD,
                recovery,
                ReferenceStreams.NONE,
                failure);
    }

    private static CrashRun of(
            EmbeddedFlink flink,
            List<Telemetry> arrivals,
            int parallelism,
            Watermarks watermarks,
            Configuration recovery,
            ReferenceStreams references)
            throws Exception {
        return of(
                flink,
                arrivals,
                parallelism,
                watermarks,
                recovery,
                references,
                new FailsOnce("never", Integer.MAX_VALUE));
    }

    private static CrashRun of(
            EmbeddedFlink flink,
            List<Telemetry> arrivals,
            int parallelism,
            Watermarks watermarks,
            Configuration recovery,
            ReferenceStreams references,
            FailsOnce failure)
            throws Exception {
        Configuration settings = JobSettings.flink();
        settings.addAll(recovery);
        settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
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
        var config = CrashConfig.read(new ConfigReader(new Configuration()));
        var outputs = CrashPipeline.build(new CrashPipeline.Inputs(intake, references), config);
        List<CrashIncident> alerts = new ArrayList<>();
        List<String> recordings = new ArrayList<>();
        try (CloseableIterator<CrashIncident> incidents = outputs.alerts().collectAsync();
                CloseableIterator<CrashEdge> recorded = outputs.recordings().collectAsync()) {
            JobExecutionResult result = env.execute("crash test");
            incidents.forEachRemaining(alerts::add);
            recorded.forEachRemaining(
                    edge ->
                            recordings.add(
                                    edge.vehicleId() + new CrashEvidenceFormat().toAvro(edge)));
            // Stable: the revisions of a vehicle stay in the order in which they came.
            alerts.sort(Comparator.comparing(incident -> incident.alert().vehicleId()));
            recordings.sort(null);
            return new CrashRun(
                    alerts,
                    recordings,
                    result.<Long>getAccumulatorResult(RecordAccount.USED),
                    result.<Long>getAccumulatorResult(RecordAccount.DUPLICATE),
                    result.<Long>getAccumulatorResult(RecordAccount.LATE));
        }
    }

    /** Revision, status, stage and reason of each alert. */
    List<String> stages() {
        return alerts.stream()
                .map(
                        incident ->
                                incident.alert().revision()
                                        + " "
                                        + incident.alert().status()
                                        + " "
                                        + incident.stage()
                                        + " "
                                        + incident.reason())
                .toList();
    }

    /** Incidents that were not taken back. */
    long crashes() {
        return alerts.stream()
                .filter(incident -> incident.alert().status() == AlertStatus.CLOSED)
                .count();
    }
}
