// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.config.JobArguments;
import io.odograph.common.config.JobSettings;
import io.odograph.common.kafka.TelemetrySource;
import io.odograph.common.reference.ReferenceSources;
import io.odograph.driving.score.ScoreJob;
import io.odograph.udfs.driving.DrivingDetector;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Main of the driving job: arguments, environment, source, pipeline, sinks. */
public final class DrivingJob {

    /** Name of the job, in option defaults and outputs; that of the detector in rules. */
    public static final String NAME = DrivingDetector.NAME;

    private DrivingJob() {}

    /** Runs the job with the options given as arguments; see the module's README. */
    public static void main(String[] args) throws Exception {
        DrivingJobConfig config = DrivingJobConfig.from(JobArguments.parse(args));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink());
        attach(env, config);
        env.execute("odograph-" + NAME);
    }

    /** Checks the brokers and builds the job between its topics. */
    public static void attach(StreamExecutionEnvironment env, DrivingJobConfig config) {
        config.check(env);
        var scoreRules = ScoreJob.rules(env, config.kafka(), config.references(), config.scores());
        var references =
                ReferenceSources.attach(
                                env,
                                config.kafka(),
                                config.references(),
                                new DrivingRuleCheck(config.driving().harsh()))
                        .withRejectionsOf(scoreRules);
        var inputs =
                new DrivingPipeline.Inputs(
                        TelemetrySource.attach(env, config.kafka(), config.intake().decoder()),
                        references);
        DrivingPipeline.Outputs outputs = DrivingPipeline.build(inputs, config.driving());
        DrivingSinks.attach(outputs, config);
        ScoreJob.attach(
                outputs.driving(),
                scoreRules.rules(),
                config.scores(),
                config.guarantee(),
                config.kafka(),
                config.influx());
    }
}
