// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.deadletter.DeadLetterFormat;
import io.odograph.common.kafka.TopicSink;

/** The outputs of the crash pipeline on their topics. */
final class CrashTopics {

    private CrashTopics() {}

    static void attach(CrashPipeline.Outputs outputs, CrashJobConfig config) {
        TopicSink.attach(
                outputs.alerts(),
                "crash-alerts",
                config.alertsTopic(),
                config.alertsGuarantee(),
                config.kafka(),
                config.crash().alertFormat());
        TopicSink.attach(
                outputs.recordings(),
                "crash-evidence",
                config.evidenceTopic(),
                config.alertsGuarantee(),
                config.kafka(),
                new CrashEvidenceFormat());
        TopicSink.attach(
                outputs.deadLetters(),
                "dead-letters",
                config.kafka().deadLettersTopic(),
                config.kafka().deadLettersGuarantee(),
                config.kafka(),
                new DeadLetterFormat(CrashJob.NAME));
    }
}
