// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadNetwork;
import java.io.Serializable;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The limit that one vehicle is held to on a road at a time. A state type: components are only ever
 * added.
 *
 * @param kind what it says
 * @param value number in its unit, exactly as posted, or NaN where the kind has none
 * @param mph whether the unit is mph rather than km/h
 * @param kmh as a number, km/h; infinite without limit, NaN where not known
 * @param provenance where it comes from
 * @param confidence probability that it is right, given the road, 0..1
 * @param upperBound km/h above which the true limit hardly lies: for estimates; otherwise as {@code
 *     kmh}
 * @param overrideId override that set it, or null
 * @param wayId way of the map that the vehicle is on, or {@link #NO_WAY}
 * @param roadClass class of that road, or null where not known
 * @param country ISO 3166-1 alpha-2, or empty where not known
 */
public record EffectiveLimit(
        LimitKind kind,
        float value,
        boolean mph,
        float kmh,
        LimitProvenance provenance,
        float confidence,
        float upperBound,
        @Nullable String overrideId,
        long wayId,
        @Nullable RoadClass roadClass,
        String country)
        implements Serializable {

    /** Stands for no way. */
    public static final long NO_WAY = 0;

    /**
     * Finds the limit of a road: of clauses for all classes the last that holds replaces the limit,
     * those for the class of the vehicle only ever lower it.
     *
     * @param network the roads
     * @param key directed edge of the road
     * @param vehicleClass class of the vehicle; clauses for classes do not hold for unknown ones
     * @param local time of day on the road; where null, what holds at times counts only where it is
     *     higher, as nobody may be accused wrongly
     */
    public static EffectiveLimit of(
            RoadNetwork network,
            int key,
            VehicleClass vehicleClass,
            @Nullable LocalDateTime local) {
        return LimitFinder.find(network, key, vehicleClass, local);
    }

    /** Whether anything is known that a speed could be held against; no limit is something. */
    public boolean isKnown() {
        return !Float.isNaN(kmh);
    }
}
