// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

import io.odograph.roads.law.LegalLimit;
import io.odograph.udfs.road.RoadClass;

/**
 * All of a road that an estimate of its limit depends on.
 *
 * @param latitude of its middle, degrees times 10^7
 * @param longitude of its middle
 * @param roadClass its class
 * @param group roads of one group are alike: class, ramp or not, country
 * @param name number of its name, or -1
 * @param law what the law says of it
 * @param cap the most that the law allows on such a road, built-up or not, km/h; infinite where it
 *     sets no limit or is not known
 */
public record Place(
        int latitude,
        int longitude,
        RoadClass roadClass,
        int group,
        int name,
        LegalLimit law,
        double cap) {}
