// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.config.JobArguments;
import io.odograph.common.config.JobSettings;
import io.odograph.common.job.AlertJobConfig;
import io.odograph.udfs.fence.GeofenceDetector;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Main of the geofence job: arguments, environment, source, pipeline, sinks. */
public final class GeofenceJob {

    /** Name of the job, in option defaults and outputs; that of the detector in rules. */
    public static final String NAME = GeofenceDetector.NAME;

    private GeofenceJob() {}

    /** Runs the job with the options given as arguments; see the module's README. */
    public static void main(String[] args) throws Exception {
        AlertJobConfig<GeofenceConfig> config = GeofenceJobConfig.from(JobArguments.parse(args));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink());
        attach(env, config);
        env.execute("odograph-" + NAME);
    }

    /** Checks the brokers and builds the job between its topics. */
    public static void attach(
            StreamExecutionEnvironment env, AlertJobConfig<GeofenceConfig> config) {
        config.check(env);
        var inputs = GeofenceInputs.attach(env, config);
        GeofencePipeline.Outputs outputs = GeofencePipeline.build(inputs, config.pipeline());
        config.attachSinks(
                outputs.alerts(), config.pipeline().alertFormat(), outputs.deadLetters());
    }
}
