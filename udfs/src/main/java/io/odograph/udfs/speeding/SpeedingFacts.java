// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.geo.Place;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.telemetry.SpeedSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an episode. Numbers that are not known are NaN. A state type: components are
 * only ever added.
 *
 * @param thresholds thresholds in force when it began
 * @param ruleVersion rule that they came from, or null for the job's options
 * @param band highest band that counted
 * @param start event time of the first report above the tolerance, ms, by the clock as it is now
 * @param end event time of the last one so far, ms
 * @param distance way driven from start to end, m
 * @param peakSpeed highest speed, km/h
 * @param peakExcess highest speed above the limit in force then, km/h
 * @param peakTime event time of the highest excess, ms
 * @param meanExcess mean over time of the speed above the limit, km/h
 * @param speedSeconds integral over time of the speed above the limit, km/h * s
 * @param limit the limit that counted longest
 * @param peakLimit the limit in force at the highest excess; its share is 0
 * @param limits limits that counted, the longest first; of very many the shortest are missing
 * @param matchConfidence mean probability that the vehicle was held to its road's limit, 0..1
 * @param matchedShare share of the fixes from start to end of which speed, road and limit were
 *     known, 0..1
 * @param wayId way of the map where it lasted longest; {@link EffectiveLimit#NO_WAY} where withheld
 * @param roadClass class of that road, or null
 * @param roadName its name, or null where it has none or it is withheld
 * @param country its country, ISO 3166-1 alpha-2, or empty where not known
 * @param startPlace where it began
 * @param peakPlace where the excess was highest
 * @param peakSource where the speed at the highest excess comes from
 * @param vehicleClass class of the vehicle
 * @param test whether the telemetry was marked as a test
 * @param roadVersion version of the road network
 * @param endReason why it ended, or null while it lasts
 */
public record SpeedingFacts(
        SpeedingThresholds thresholds,
        @Nullable String ruleVersion,
        SpeedBand band,
        long start,
        long end,
        double distance,
        double peakSpeed,
        double peakExcess,
        long peakTime,
        double meanExcess,
        double speedSeconds,
        SeenLimit limit,
        SeenLimit peakLimit,
        List<SeenLimit> limits,
        double matchConfidence,
        double matchedShare,
        long wayId,
        @Nullable RoadClass roadClass,
        @Nullable String roadName,
        String country,
        Place startPlace,
        Place peakPlace,
        SpeedSource peakSource,
        VehicleClass vehicleClass,
        boolean test,
        String roadVersion,
        @Nullable EndReason endReason) {

    /** How long it lasted so far, ms. */
    public long duration() {
        return end - start;
    }
}
