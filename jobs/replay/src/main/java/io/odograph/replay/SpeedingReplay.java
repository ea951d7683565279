// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.Rejection;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.speeding.SpeedingAlertFormat;
import io.odograph.speeding.SpeedingConfig;
import io.odograph.speeding.SpeedingJob;
import io.odograph.speeding.SpeedingPipeline;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Speeding.
 *
 * @param config settings of the pipeline
 * @param references profiles and overrides of speed limits, known from the start
 */
record SpeedingReplay(SpeedingConfig config, ReferenceStreams references)
        implements ReplayPipeline {

    @Override
    public String name() {
        return SpeedingJob.NAME;
    }

    @Override
    public List<String> files() {
        return List.of(OutputFolder.SPEEDING_ALERTS);
    }

    @Override
    public DataStream<Rejection> attach(DataStream<Intake> intake, OutputFolder folder) {
        var outputs =
                SpeedingPipeline.build(new SpeedingPipeline.Inputs(intake, references), config);
        SpeedingAlertFormat format = config.alertFormat();
        LineSink.attach(
                outputs.alerts(),
                episode -> Outputs.line(episode, format),
                folder.spool(OutputFolder.SPEEDING_ALERTS),
                "alert");
        return outputs.deadLetters();
    }
}
