// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.simulator.road.TrueLimits;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.RoadNetwork;
import java.time.Duration;
import java.time.Instant;

/**
 * Road works that the map knows nothing of: a lower limit on one way for some days.
 *
 * @param id identity of the limit
 * @param wayId the way
 * @param from when they begin
 * @param to when they end
 * @param limit km/h
 */
public record Works(String id, long wayId, Instant from, Instant to, int limit) {

    private static final String STREET = "Weststraße";

    /** Those that the town has when a simulation starts. */
    public static Works at(Instant start) {
        RoadNetwork network = Town.network();
        int edge = 0;
        while (!STREET.equals(network.name(edge))) {
            edge++;
        }
        Instant from = start.minus(Duration.ofHours(1));
        return new Works(
                "works-weststrasse", network.wayId(edge), from, from.plus(Duration.ofDays(7)), 30);
    }

    /** What vehicles of a class may drive in the town. */
    static TrueLimits limits(VehicleClass vehicleClass, Instant start) {
        RoadNetwork network = Town.network();
        Works works = at(start);
        long from = works.from.toEpochMilli();
        long to = works.to.toEpochMilli();
        return TrueLimits.of(network, vehicleClass)
                .with(network, works.wayId, from, to, works.limit);
    }
}
