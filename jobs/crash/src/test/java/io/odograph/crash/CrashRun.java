// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.Intake;
import io.odograph.common.intake.ReceiveTime;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * One run of the pipeline over records in memory.
 *
 * @param alerts what it reported, sorted
 * @param used records that the detector saw
 * @param duplicates records seen before
 * @param late records that came too late
 */
record CrashRun(List<String> alerts, long used, long duplicates, long late) {

    /** How far watermarks follow the records. */
    enum Watermarks {
        /** Only one, at the end. */
        AT_THE_END,
        /** After each record. */
        AT_EACH_RECORD
    }

    static CrashRun of(
            EmbeddedFlink flink, List<Telemetry> arrivals, int parallelism, Watermarks watermarks)
            throws Exception {
        Configuration settings = JobSettings.flink();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        StreamExecutionEnvironment env = flink.environment(settings);
        var intake =
                env.fromData(
                                arrivals.stream().map(Intake::accepted).toList(),
                                TypeInformation.of(Intake.class))
                        .uid("test-source")
                        .setParallelism(1)
                        .assignTimestampsAndWatermarks(
                                watermarks == Watermarks.AT_THE_END
                                        ? ReceiveTime.withoutWatermarks()
                                        : atEachRecord())
                        .uid("test-watermarks")
                        .setParallelism(1);
        var config = CrashConfig.read(new ConfigReader(new Configuration()));
        var outputs = CrashPipeline.build(new CrashPipeline.Inputs(intake), config);
        List<String> alerts = new ArrayList<>();
        try (CloseableIterator<CrashIncident> collected = outputs.alerts().collectAsync()) {
            JobExecutionResult result = env.execute("crash test");
            collected.forEachRemaining(incident -> alerts.add(incident.toString()));
            alerts.sort(null);
            return new CrashRun(
                    alerts,
                    result.<Long>getAccumulatorResult(RecordAccount.USED),
                    result.<Long>getAccumulatorResult(RecordAccount.DUPLICATE),
                    result.<Long>getAccumulatorResult(RecordAccount.LATE));
        }
    }

    private static WatermarkStrategy<Intake> atEachRecord() {
        return WatermarkStrategy.<Intake>forGenerator(context -> new AfterEachRecord())
                .withTimestampAssigner((intake, time) -> intake.telemetry().receivedAt());
    }

    private static final class AfterEachRecord implements WatermarkGenerator<Intake> {

        private long highest = Long.MIN_VALUE;

        @Override
        public void onEvent(Intake intake, long timestamp, WatermarkOutput output) {
            highest = Math.max(highest, timestamp);
            output.emitWatermark(new Watermark(highest));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
