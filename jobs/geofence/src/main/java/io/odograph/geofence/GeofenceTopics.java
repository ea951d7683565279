// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.deadletter.DeadLetterFormat;
import io.odograph.common.kafka.TopicSink;

/** The outputs of the geofence pipeline on their topics. */
final class GeofenceTopics {

    private GeofenceTopics() {}

    static void attach(GeofencePipeline.Outputs outputs, GeofenceJobConfig config) {
        TopicSink.attach(
                outputs.alerts(),
                "geofence-alerts",
                config.alertsTopic(),
                config.alertsGuarantee(),
                config.kafka(),
                config.geofence().alertFormat());
        TopicSink.attach(
                outputs.deadLetters(),
                "dead-letters",
                config.kafka().deadLettersTopic(),
                config.kafka().deadLettersGuarantee(),
                config.kafka(),
                new DeadLetterFormat(GeofenceJob.NAME));
    }
}
