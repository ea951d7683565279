// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.Rejection;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.geofence.GeofenceAlertFormat;
import io.odograph.geofence.GeofenceConfig;
import io.odograph.geofence.GeofenceJob;
import io.odograph.geofence.GeofencePipeline;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Breaches of fences and visits.
 *
 * @param config settings of the pipeline
 * @param references profiles and fences, known from the start
 */
record GeofenceReplay(GeofenceConfig config, ReferenceStreams references)
        implements ReplayPipeline {

    @Override
    public String name() {
        return GeofenceJob.NAME;
    }

    @Override
    public List<String> files() {
        return List.of(OutputFolder.GEOFENCE_ALERTS);
    }

    @Override
    public DataStream<Rejection> attach(DataStream<Intake> intake, OutputFolder folder) {
        var outputs =
                GeofencePipeline.build(new GeofencePipeline.Inputs(intake, references), config);
        GeofenceAlertFormat format = config.alertFormat();
        LineSink.attach(
                outputs.alerts(),
                revision -> Outputs.line(revision, format),
                folder.spool(OutputFolder.GEOFENCE_ALERTS),
                "alert");
        return outputs.deadLetters();
    }
}
