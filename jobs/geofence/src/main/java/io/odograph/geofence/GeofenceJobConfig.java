// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.common.kafka.KafkaOptions;
import io.odograph.common.reference.ReferenceConfig;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;

/**
 * Checked settings of the geofence job between its topics.
 *
 * @param kafka Kafka settings
 * @param intake settings of decoding and validation
 * @param references which reference data is read
 * @param geofence settings of the pipeline
 * @param alertsTopic topic of the alerts
 * @param alertsGuarantee guarantee of the alerts
 */
public record GeofenceJobConfig(
        KafkaConfig kafka,
        IntakeConfig intake,
        ReferenceConfig references,
        GeofenceConfig geofence,
        String alertsTopic,
        DeliveryGuarantee alertsGuarantee) {

    /**
     * Reads and checks all options of the job.
     *
     * @throws io.odograph.common.config.InvalidConfigException with every problem, if there is any
     */
    public static GeofenceJobConfig from(Configuration configuration) {
        ConfigReader reader = new ConfigReader(configuration);
        GeofenceJobConfig config =
                new GeofenceJobConfig(
                        KafkaConfig.read(reader, GeofenceJob.NAME),
                        IntakeConfig.read(reader),
                        ReferenceConfig.readWithFences(reader),
                        GeofenceConfig.read(reader),
                        reader.required(BreachOptions.ALERTS_TOPIC),
                        KafkaConfig.guarantee(reader, BreachOptions.ALERTS_GUARANTEE));
        int expected = 3 + config.references().topics().size();
        if (config.topics().size() < expected) {
            reader.problem(
                    KafkaOptions.TELEMETRY_TOPIC.key()
                            + ", "
                            + KafkaOptions.DEAD_LETTERS_TOPIC.key()
                            + " and "
                            + BreachOptions.ALERTS_TOPIC.key()
                            + ": must be three different topics, and none of those of"
                            + " reference data");
        }
        reader.finish();
        return config;
    }

    /** Topics that the job reads or writes. */
    Set<String> topics() {
        Set<String> topics = new TreeSet<>(references.topics());
        topics.addAll(List.of(kafka.telemetryTopic(), kafka.deadLettersTopic(), alertsTopic));
        return topics;
    }

    boolean isTransactional() {
        return alertsGuarantee == DeliveryGuarantee.EXACTLY_ONCE
                || kafka.deadLettersGuarantee() == DeliveryGuarantee.EXACTLY_ONCE;
    }
}
