// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.Rejection;
import io.odograph.crash.CrashAlertFormat;
import io.odograph.crash.CrashConfig;
import io.odograph.crash.CrashJob;
import io.odograph.crash.CrashPipeline;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Crashes.
 *
 * @param config settings of the pipeline
 */
record CrashReplay(CrashConfig config) implements ReplayPipeline {

    @Override
    public String name() {
        return CrashJob.NAME;
    }

    @Override
    public List<String> files() {
        return List.of(OutputFolder.CRASH_ALERTS, OutputFolder.CRASH_EVIDENCE);
    }

    @Override
    public DataStream<Rejection> attach(DataStream<Intake> intake, OutputFolder folder) {
        var outputs = CrashPipeline.build(new CrashPipeline.Inputs(intake), config);
        CrashAlertFormat format = config.alertFormat();
        LineSink.attach(
                outputs.alerts(),
                incident -> Outputs.line(incident, format),
                folder.spool(OutputFolder.CRASH_ALERTS),
                "alert");
        LineSink.attach(
                outputs.recordings(),
                Outputs::line,
                folder.spool(OutputFolder.CRASH_EVIDENCE),
                "evidence");
        return outputs.deadLetters();
    }
}
