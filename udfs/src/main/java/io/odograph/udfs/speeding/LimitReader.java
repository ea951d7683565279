// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the limit that a vehicle is held to from the road that it is on. What it read for a road is
 * kept for the next vehicle there, unless it depends on the time. Not thread-safe.
 */
final class LimitReader {

    /** Roads whose limit is kept: those of a town in the traffic of one thread. */
    private static final int KEPT = 1 << 12;

    /** Leaves the highest bits of a hash: as many as number the roads that are kept. */
    private static final int HASH_SHIFT = Integer.numberOfLeadingZeros(KEPT) + 1;

    private final RoadNetwork network;
    private final @Nullable EffectiveLimit[] kept = new @Nullable EffectiveLimit[KEPT];
    private final int[] keptKeys = new int[KEPT];
    private final @Nullable VehicleClass[] keptClasses = new @Nullable VehicleClass[KEPT];

    LimitReader(RoadNetwork network) {
        this.network = network;
    }

    /** Whether the limit of a key depends on the class of the vehicle or the time. */
    boolean depends(int key) {
        return !network.limit(key).clauses().isEmpty();
    }

    /**
     * Limit for a vehicle on a road.
     *
     * @param key directed edge of the road
     * @param vehicleClass class of the vehicle
     * @param time event time, ms
     */
    EffectiveLimit read(int key, VehicleClass vehicleClass, long time) {
        RoadLimit limit = network.limit(key);
        if (isTimed(limit)) {
            return LimitFinder.find(network, key, vehicleClass, local(key, time));
        }
        VehicleClass of = limit.clauses().isEmpty() ? VehicleClass.UNKNOWN : vehicleClass;
        int slot = (key * 0x9E3779B1) >>> HASH_SHIFT;
        EffectiveLimit known = kept[slot];
        if (known == null || keptKeys[slot] != key || keptClasses[slot] != of) {
            known = LimitFinder.find(network, key, vehicleClass, null);
            kept[slot] = known;
            keptKeys[slot] = key;
            keptClasses[slot] = of;
        }
        return known;
    }

    private static boolean isTimed(RoadLimit limit) {
        List<LimitClause> clauses = limit.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).schedule() != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Limit where an override takes the place of what the map says. What the map says of the class
     * of the vehicle stays below it, unless the override is for classes itself.
     */
    EffectiveLimit read(int key, VehicleClass vehicleClass, long time, LimitOverride override) {
        return LimitFinder.find(network, key, vehicleClass, local(key, time), override);
    }

    /** Time of day on the road, or null where its time zone is not known. */
    private @Nullable LocalDateTime local(int key, long time) {
        ZoneId zone = network.region(key >> 1).zone();
        return zone == null ? null : LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
    }
}
