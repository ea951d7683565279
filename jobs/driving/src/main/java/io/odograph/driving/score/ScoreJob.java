// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.common.influx.DeadLetterLines;
import io.odograph.common.influx.InfluxConfig;
import io.odograph.common.influx.InfluxSink;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.common.kafka.TopicSink;
import io.odograph.common.reference.BroadcastReference;
import io.odograph.common.reference.ReferenceConfig;
import io.odograph.common.reference.ReferenceSources;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.score.ScoreOutput;
import io.odograph.udfs.score.ScoreRules;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** What scores add to the driving job between its topics. */
public final class ScoreJob {

    private static final String TOPIC = "driving-scores";
    private static final String INFLUXDB = "scores-influxdb";

    private ScoreJob() {}

    /** Attaches the rules that name versions of scorecards and models. */
    public static ReferenceSources.Rules rules(
            StreamExecutionEnvironment env,
            KafkaConfig kafka,
            ReferenceConfig references,
            ScoreConfig config) {
        return config.enabled()
                ? ReferenceSources.attachRules(
                        env, kafka, references, ScoreRules.DETECTOR, config.ruleCheck())
                : new ReferenceSources.Rules(BroadcastReference.none(), null);
    }

    /**
     * Attaches the scores and their sinks, where they are wanted.
     *
     * @param driving what is told of driving, in the partitions of vehicle ids
     * @param rules the rules
     * @param config settings of the scores
     * @param guarantee guarantee of their topic
     * @param kafka Kafka settings of the job
     * @param influx settings of InfluxDB, or null where it is not written to
     */
    public static void attach(
            DataStream<DrivingOutput> driving,
            BroadcastReference<Rule> rules,
            ScoreConfig config,
            DeliveryGuarantee guarantee,
            KafkaConfig kafka,
            @Nullable InfluxConfig influx) {
        if (!config.enabled()) {
            return;
        }
        DataStream<ScoreOutput> scores = ScorePipeline.attach(driving, rules, config);
        TopicSink.attach(scores, TOPIC, config.topic(), guarantee, kafka, new ScoreFormat());
        if (influx != null) {
            InfluxSink.attach(
                    scores,
                    INFLUXDB,
                    new ScoreLines(),
                    influx,
                    new DeadLetterLines(kafka, INFLUXDB));
        }
    }
}
