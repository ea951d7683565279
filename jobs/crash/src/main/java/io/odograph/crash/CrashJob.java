// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.config.JobArguments;
import io.odograph.common.config.JobSettings;
import io.odograph.common.kafka.BrokerCheck;
import io.odograph.common.kafka.CheckpointCheck;
import io.odograph.common.kafka.TelemetrySource;
import io.odograph.common.reference.ReferenceSources;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Main of the crash job: arguments, environment, source, pipeline, sinks. */
public final class CrashJob {

    /** Name of the job, in option defaults and outputs. */
    public static final String NAME = "crash";

    private CrashJob() {}

    /** Runs the job with the options given as arguments; see the module's README. */
    public static void main(String[] args) throws Exception {
        CrashJobConfig config = CrashJobConfig.from(JobArguments.parse(args));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink());
        attach(env, config);
        env.execute("odograph-" + NAME);
    }

    /** Checks the brokers and builds the job between its topics. */
    public static void attach(StreamExecutionEnvironment env, CrashJobConfig config) {
        if (config.isTransactional()) {
            CheckpointCheck.run(env, config.kafka());
        }
        BrokerCheck.run(config.kafka(), config.topics(), config.isTransactional());
        var intake = TelemetrySource.attach(env, config.kafka(), config.intake().decoder());
        var rules = new CrashRuleCheck(config.crash().settings().thresholds());
        var references = ReferenceSources.attach(env, config.kafka(), config.references(), rules);
        var inputs = new CrashPipeline.Inputs(intake, references);
        CrashTopics.attach(CrashPipeline.build(inputs, config.crash()), config);
    }
}
