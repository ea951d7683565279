// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.job.AlertJobConfig;
import io.odograph.common.kafka.TelemetrySource;
import io.odograph.common.reference.ReferenceSources;
import io.odograph.common.reference.ReferenceStreams;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The inputs of the geofence pipeline from their topics. */
final class GeofenceInputs {

    private GeofenceInputs() {}

    static GeofencePipeline.Inputs attach(
            StreamExecutionEnvironment env, AlertJobConfig<GeofenceConfig> config) {
        var intake = TelemetrySource.attach(env, config.kafka(), config.intake().decoder());
        var rules = new GeofenceRuleCheck(config.pipeline().settings().thresholds());
        boolean byCell = config.pipeline().distribution() == FenceDistribution.CELLS;
        if (!byCell || !config.references().hasGeofences()) {
            return new GeofencePipeline.Inputs(
                    intake,
                    ReferenceSources.attach(env, config.kafka(), config.references(), rules));
        }
        ReferenceStreams others =
                ReferenceSources.attach(
                        env, config.kafka(), config.references().withoutGeofences(), rules);
        var fences = ReferenceSources.attachGeofences(env, config.kafka(), config.references());
        return new GeofencePipeline.Inputs(
                intake, others.withRejections(fences.rejections()), fences.updates());
    }
}
