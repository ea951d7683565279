// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.simulator.math.Units;
import io.odograph.simulator.road.Journey;
import io.odograph.simulator.road.Speeding;
import io.odograph.simulator.road.SpeedingBand;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.udfs.road.RoadNetwork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An episode of speeding that must be found.
 *
 * @param vehicleId the vehicle
 * @param tenantId its tenant
 * @param start first moment above the limit and its tolerance of 10 km/h and 10 %
 * @param end last such moment
 * @param band highest band
 * @param peakExcess largest excess over the limit that held there, km/h
 * @param limit the limit there, km/h
 * @param wayId the way there
 */
public record ExpectedSpeeding(
        String vehicleId,
        String tenantId,
        Instant start,
        Instant end,
        SpeedingBand band,
        double peakExcess,
        double limit,
        long wayId) {

    /** The episodes of a story that are over within a duration, s. */
    static List<ExpectedSpeeding> of(VehiclePlan plan, Instant start, double seconds) {
        Journey journey = plan.journey();
        if (journey == null) {
            return List.of();
        }
        RoadNetwork network = journey.drive().route().network();
        List<ExpectedSpeeding> expected = new ArrayList<>();
        for (Speeding speeding : journey.truth(start).episodes()) {
            if (journey.departs() + speeding.end() < seconds) {
                expected.add(
                        new ExpectedSpeeding(
                                plan.id(),
                                plan.tenant(),
                                time(start, journey, speeding.start()),
                                time(start, journey, speeding.end()),
                                speeding.band(),
                                Units.round(speeding.peakExcess(), 2),
                                Units.round(speeding.limit(), 2),
                                network.wayId(speeding.key() >> 1)));
            }
        }
        return expected;
    }

    private static Instant time(Instant start, Journey journey, double since) {
        return start.plusMillis(Units.millis(journey.departs() + since));
    }
}
