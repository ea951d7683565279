// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A place on a road, and the direction of travel there.
 *
 * @param latitude 1e-7 degrees
 * @param longitude 1e-7 degrees
 * @param wayId way of the map, or 0
 * @param forward whether the vehicle travels as the way is drawn
 * @param zone time zone of the road, or null
 */
public record RoadSpot(
        int latitude, int longitude, long wayId, boolean forward, @Nullable ZoneId zone) {}
