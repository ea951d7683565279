// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.common.config.JobArguments;
import io.odograph.common.config.JobSettings;
import io.odograph.common.job.AlertJobConfig;
import io.odograph.common.kafka.TelemetrySource;
import io.odograph.common.reference.ReferenceSources;
import io.odograph.udfs.speeding.SpeedingDetector;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Main of the speeding job: arguments, environment, source, pipeline, sinks. */
public final class SpeedingJob {

    /** Name of the job, in option defaults and outputs; that of the detector in rules. */
    public static final String NAME = SpeedingDetector.NAME;

    private SpeedingJob() {}

    /** Runs the job with the options given as arguments; see the module's README. */
    public static void main(String[] args) throws Exception {
        AlertJobConfig<SpeedingConfig> config = SpeedingJobConfig.from(JobArguments.parse(args));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink());
        attach(env, config);
        env.execute("odograph-" + NAME);
    }

    /** Checks the brokers and builds the job between its topics. */
    public static void attach(
            StreamExecutionEnvironment env, AlertJobConfig<SpeedingConfig> config) {
        config.check(env);
        var intake = TelemetrySource.attach(env, config.kafka(), config.intake().decoder());
        var rules = new SpeedingRuleCheck(config.pipeline().settings().thresholds());
        var references = ReferenceSources.attach(env, config.kafka(), config.references(), rules);
        var inputs = new SpeedingPipeline.Inputs(intake, references);
        SpeedingPipeline.Outputs outputs = SpeedingPipeline.build(inputs, config.pipeline());
        config.attachSinks(
                outputs.alerts(), config.pipeline().alertFormat(), outputs.deadLetters());
    }
}
