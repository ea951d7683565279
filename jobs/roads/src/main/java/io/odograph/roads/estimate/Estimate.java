// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

import io.odograph.roads.tags.Speed;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadClass;

/**
 * An estimated limit.
 *
 * @param source what it comes from
 * @param roadClass class of the road
 * @param agreement how far the roads that it comes from agree, 0..1; 1 for a law
 * @param named whether a road of the same name is among them
 * @param speed the limit
 */
public record Estimate(
        LimitSource source, RoadClass roadClass, double agreement, boolean named, Speed speed) {}
