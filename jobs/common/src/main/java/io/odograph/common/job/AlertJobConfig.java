// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.job;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.deadletter.DeadLetterFormat;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.intake.Rejection;
import io.odograph.common.kafka.BrokerCheck;
import io.odograph.common.kafka.CheckpointCheck;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.common.kafka.KafkaOptions;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.common.kafka.TopicSink;
import io.odograph.common.reference.ReferenceConfig;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Checked settings of a job that makes alerts of telemetry, between its topics.
 *
 * @param kafka Kafka settings
 * @param intake settings of decoding and validation
 * @param references which reference data is read
 * @param pipeline settings of the pipeline
 * @param alertsTopic topic of the alerts
 * @param alertsGuarantee guarantee of the alerts
 * @param <C> settings of the pipeline
 */
public record AlertJobConfig<C>(
        KafkaConfig kafka,
        IntakeConfig intake,
        ReferenceConfig references,
        C pipeline,
        String alertsTopic,
        DeliveryGuarantee alertsGuarantee) {

    /**
     * Options that each job has of its own, and how they are read.
     *
     * @param job name of the job
     * @param references which reference data it reads
     * @param pipeline settings of its pipeline
     * @param alertsTopic topic of its alerts
     * @param alertsGuarantee guarantee of its alerts
     * @param <C> settings of the pipeline
     */
    public record Options<C>(
            String job,
            Function<ConfigReader, ReferenceConfig> references,
            Function<ConfigReader, C> pipeline,
            ConfigOption<String> alertsTopic,
            ConfigOption<String> alertsGuarantee) {

        /**
         * Reads and checks all options of the job.
         *
         * @throws io.odograph.common.config.InvalidConfigException with every problem, if there is
         *     any
         */
        public AlertJobConfig<C> read(Configuration configuration) {
            ConfigReader reader = new ConfigReader(configuration);
            AlertJobConfig<C> config =
                    new AlertJobConfig<>(
                            KafkaConfig.read(reader, job),
                            IntakeConfig.read(reader),
                            references.apply(reader),
                            pipeline.apply(reader),
                            reader.required(alertsTopic),
                            KafkaConfig.guarantee(reader, alertsGuarantee));
            int expected = 3 + config.references().topics().size();
            if (config.topics().size() < expected) {
                reader.problem(
                        KafkaOptions.TELEMETRY_TOPIC.key()
                                + ", "
                                + KafkaOptions.DEAD_LETTERS_TOPIC.key()
                                + " and "
                                + alertsTopic.key()
                                + ": must be three different topics, and none of those of"
                                + " reference data");
            }
            reader.finish();
            return config;
        }
    }

    private Set<String> topics() {
        Set<String> topics = new TreeSet<>(references.topics());
        topics.addAll(List.of(kafka.telemetryTopic(), kafka.deadLettersTopic(), alertsTopic));
        return topics;
    }

    /** Checks what is needed of the cluster and the brokers. */
    public void check(StreamExecutionEnvironment env) {
        boolean transactional =
                alertsGuarantee == DeliveryGuarantee.EXACTLY_ONCE
                        || kafka.deadLettersGuarantee() == DeliveryGuarantee.EXACTLY_ONCE;
        if (transactional) {
            CheckpointCheck.run(env, kafka);
        }
        BrokerCheck.run(kafka, topics(), transactional);
    }

    /** Attaches the outputs of the pipeline to their topics. */
    public <T> void attachSinks(
            DataStream<T> alerts, OutputFormat<T> format, DataStream<Rejection> deadLetters) {
        TopicSink.attach(
                alerts, kafka.job() + "-alerts", alertsTopic, alertsGuarantee, kafka, format);
        TopicSink.attach(
                deadLetters,
                "dead-letters",
                kafka.deadLettersTopic(),
                kafka.deadLettersGuarantee(),
                kafka,
                new DeadLetterFormat(kafka.job()));
    }
}
