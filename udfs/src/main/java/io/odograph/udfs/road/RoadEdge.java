// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import org.jspecify.annotations.Nullable;

/**
 * A road between two nodes on its way into a network. Coordinates are degrees times 10^7. The
 * arrays belong to the caller and are not kept.
 *
 * @param fromNode node at its first point
 * @param toNode node at its last point
 * @param latitudes of its points, both ends included; two or more
 * @param longitudes of its points
 * @param roadClass its class
 * @param flags bits of {@link RoadFlags}
 * @param forward limit in the order of the points, or null where that direction may not be driven
 * @param backward limit against it, or null where that direction may not be driven
 * @param wayId identity in the source, such as an OpenStreetMap way
 * @param name name or number for people, or null
 * @param region country and time zone
 */
public record RoadEdge(
        int fromNode,
        int toNode,
        int[] latitudes,
        int[] longitudes,
        RoadClass roadClass,
        int flags,
        @Nullable RoadLimit forward,
        @Nullable RoadLimit backward,
        long wayId,
        @Nullable String name,
        Region region) {}
