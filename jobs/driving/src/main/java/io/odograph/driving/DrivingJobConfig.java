// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.influx.InfluxConfig;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.kafka.BrokerCheck;
import io.odograph.common.kafka.CheckpointCheck;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.common.reference.ReferenceConfig;
import io.odograph.driving.score.ScoreConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Checked settings of the driving job between its topics.
 *
 * @param kafka Kafka settings
 * @param intake settings of decoding and validation
 * @param references which reference data is read
 * @param driving settings of the pipeline
 * @param scores settings of the scores
 * @param featuresTopic topic of the windows
 * @param tripsTopic topic of the trips
 * @param eventsTopic topic of the harsh events
 * @param guarantee guarantee of these
 * @param influx settings of InfluxDB, or null where it is not written to
 */
public record DrivingJobConfig(
        KafkaConfig kafka,
        IntakeConfig intake,
        ReferenceConfig references,
        DrivingConfig driving,
        ScoreConfig scores,
        String featuresTopic,
        String tripsTopic,
        String eventsTopic,
        DeliveryGuarantee guarantee,
        @Nullable InfluxConfig influx) {

    /**
     * Reads and checks all options of the job.
     *
     * @throws io.odograph.common.config.InvalidConfigException with every problem, if there is any
     */
    public static DrivingJobConfig from(Configuration configuration) {
        ConfigReader reader = new ConfigReader(configuration);
        DrivingJobConfig config =
                new DrivingJobConfig(
                        KafkaConfig.read(reader, DrivingJob.NAME),
                        IntakeConfig.read(reader),
                        ReferenceConfig.read(reader),
                        DrivingConfig.read(reader),
                        ScoreConfig.read(reader),
                        reader.required(DrivingOptions.FEATURES_TOPIC),
                        reader.required(DrivingOptions.TRIPS_TOPIC),
                        reader.required(DrivingOptions.EVENTS_TOPIC),
                        KafkaConfig.guarantee(reader, DrivingOptions.GUARANTEE),
                        InfluxConfig.readIfAny(reader));
        List<String> topics = config.topics();
        if (topics.size() > new HashSet<>(topics).size()) {
            reader.problem("two of the topics are the same, which they must not be: " + topics);
        }
        reader.finish();
        return config;
    }

    private List<String> topics() {
        List<String> topics = new ArrayList<>(references.topics());
        topics.addAll(
                List.of(
                        kafka.telemetryTopic(),
                        kafka.deadLettersTopic(),
                        featuresTopic,
                        tripsTopic,
                        eventsTopic));
        if (scores.enabled()) {
            topics.add(scores.topic());
        }
        return topics;
    }

    /** Checks what is needed of the cluster and the brokers. */
    void check(StreamExecutionEnvironment env) {
        boolean transactional =
                guarantee == DeliveryGuarantee.EXACTLY_ONCE
                        || kafka.deadLettersGuarantee() == DeliveryGuarantee.EXACTLY_ONCE;
        if (transactional) {
            CheckpointCheck.run(env, kafka);
        }
        BrokerCheck.run(kafka, Set.copyOf(topics()), transactional);
    }
}
