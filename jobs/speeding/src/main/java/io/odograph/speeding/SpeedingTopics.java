// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.common.deadletter.DeadLetterFormat;
import io.odograph.common.kafka.TopicSink;

/** The outputs of the speeding pipeline on their topics. */
final class SpeedingTopics {

    private SpeedingTopics() {}

    static void attach(SpeedingPipeline.Outputs outputs, SpeedingJobConfig config) {
        TopicSink.attach(
                outputs.alerts(),
                "speeding-alerts",
                config.alertsTopic(),
                config.alertsGuarantee(),
                config.kafka(),
                config.speeding().alertFormat());
        TopicSink.attach(
                outputs.deadLetters(),
                "dead-letters",
                config.kafka().deadLettersTopic(),
                config.kafka().deadLettersGuarantee(),
                config.kafka(),
                new DeadLetterFormat(SpeedingJob.NAME));
    }
}
