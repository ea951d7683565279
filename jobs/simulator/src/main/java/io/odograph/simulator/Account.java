// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.RejectionReason;
import io.odograph.simulator.transport.Delivery;
import io.odograph.simulator.transport.Fate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where every delivered record must end: in = used + duplicate + late + dead-lettered.
 *
 * @param in records on the topic
 * @param used records that detectors see in their place
 * @param duplicate exact re-deliveries
 * @param late records whose place was released before they came
 * @param deadLettered records that cannot be used
 * @param deadLetteredByReason the same by reason name, sorted; reasons without records are left out
 */
public record Account(
        long in,
        long used,
        long duplicate,
        long late,
        long deadLettered,
        Map<String, Long> deadLetteredByReason) {

    /** Counts deliveries. */
    static Account of(Iterable<Delivery> deliveries) {
        Map<Fate.Lane, Long> lanes = new EnumMap<>(Fate.Lane.class);
        Map<String, Long> reasons = new TreeMap<>();
        long in = 0;
        for (Delivery delivery : deliveries) {
            in++;
            lanes.merge(delivery.fate().lane(), 1L, Long::sum);
            RejectionReason reason = delivery.fate().reason();
            if (reason != null) {
                reasons.merge(reason.name(), 1L, Long::sum);
            }
        }
        return new Account(
                in,
                lanes.getOrDefault(Fate.Lane.USED, 0L),
                lanes.getOrDefault(Fate.Lane.DUPLICATE, 0L),
                lanes.getOrDefault(Fate.Lane.LATE, 0L),
                lanes.getOrDefault(Fate.Lane.DEAD_LETTERED, 0L),
                Collections.unmodifiableMap(reasons));
    }
}
