// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.embedded.EmbeddedKafka;
import java.util.List;
import java.util.Map;

/** The topics of the demo, named as the jobs' options have them by default. */
final class Topics {

    /** Telemetry. */
    static final String TELEMETRY = "telemetry.raw";

    /** Vehicle profiles. */
    static final String VEHICLES = "reference.vehicles";

    /** Overrides of speed limits. */
    static final String SPEED_LIMITS = "reference.speed-limits";

    /** Fences. */
    static final String GEOFENCES = "reference.geofences";

    /** Crash alerts. */
    static final String CRASHES = "alerts.crash";

    /** Speeding alerts. */
    static final String SPEEDINGS = "alerts.speeding";

    /** Breaches of fences and visits. */
    static final String FENCES = "alerts.geofence";

    private static final String EVIDENCE = "alerts.crash.evidence";
    private static final List<String> REFERENCES = List.of(VEHICLES, SPEED_LIMITS, GEOFENCES);
    private static final List<String> ALERTS = List.of(CRASHES, EVIDENCE, SPEEDINGS, FENCES);
    private static final List<String> DEAD_LETTERS =
            List.of(
                    "dead-letters.crash",
                    "dead-letters.speeding",
                    "dead-letters.geofence",
                    "dead-letters.driving");
    private static final List<String> DRIVING =
            List.of("features.driving", "trips", "events.driving", "scores");
    private static final int PARTITIONS = 4;

    private Topics() {}

    /** Creates them all. */
    static void create(EmbeddedKafka kafka) {
        kafka.createTopic(TELEMETRY, PARTITIONS, Map.of());
        for (String topic : REFERENCES) {
            kafka.createTopic(topic, 1, Map.of("cleanup.policy", "compact"));
        }
        // One partition, so that the alerts of all vehicles are shown in one order.
        for (String topic : ALERTS) {
            kafka.createTopic(topic, 1, Map.of());
        }
        for (String topic : DRIVING) {
            kafka.createTopic(topic, 1, Map.of());
        }
        // A dead letter is larger than its record.
        for (String topic : DEAD_LETTERS) {
            kafka.createTopic(topic, 1, Map.of("max.message.bytes", "2097152"));
        }
    }

    /** The topics as lines for a person. */
    static List<String> lines() {
        return List.of(
                "Topics   " + TELEMETRY + ", " + String.join(", ", REFERENCES),
                Score.INDENT + String.join(", ", ALERTS),
                Score.INDENT + String.join(", ", DRIVING),
                Score.INDENT + String.join(", ", DEAD_LETTERS));
    }
}
