// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.road.RoadClass;
import org.jspecify.annotations.Nullable;

/**
 * For how long an episode was on a road. A state type: components are only ever added.
 *
 * @param wayId way of the map
 * @param roadClass its class, or null where not known
 * @param name its name, or null where it has none
 * @param country its country, or empty where not known
 * @param millis for how long, ms
 */
public record RoadTime(
        long wayId,
        @Nullable RoadClass roadClass,
        @Nullable String name,
        String country,
        long millis) {

    /** With some more time. */
    RoadTime plus(long more) {
        return new RoadTime(wayId, roadClass, name, country, millis + more);
    }
}
