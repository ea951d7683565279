// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.geo.Area;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.Versioned;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit that replaces what the map says, somewhere, for a time. A state type: components are only
 * ever added.
 *
 * @param id identity of the override
 * @param version version, rising
 * @param reason why
 * @param kind {@link LimitKind#VALUE}, {@link LimitKind#NONE}, or {@link LimitKind#UNKNOWN} where
 *     what the map says must not be used
 * @param value number in its unit, exactly as posted, or NaN where the kind has none
 * @param mph whether the unit is mph rather than km/h
 * @param schedule when it holds within its effective time, or null for always
 * @param timeZone time zone of the schedule, or null for that of the road
 * @param effectiveFrom event time from which it holds, ms, inclusive
 * @param effectiveTo event time until which it holds, ms, exclusive; {@link Long#MAX_VALUE} for
 *     without end
 * @param area where it holds; none for wherever the ways are
 * @param ways ways on which it holds; none for all in the area
 * @param vehicleClasses classes that it holds for; none for all
 * @param tenantId tenant that it holds for, or null for all
 */
public record LimitOverride(
        String id,
        long version,
        Reason reason,
        LimitKind kind,
        float value,
        boolean mph,
        @Nullable Schedule schedule,
        @Nullable String timeZone,
        long effectiveFrom,
        long effectiveTo,
        Area area,
        List<Way> ways,
        List<VehicleClass> vehicleClasses,
        @Nullable String tenantId)
        implements Versioned, Serializable {

    /** Why a limit is overridden; constants are only ever added. */
    public enum Reason {
        /** Road works. */
        TEMPORARY_WORKS,
        /** A zone that mostly has a schedule. */
        SCHOOL_ZONE,
        /** The map is wrong. */
        CORRECTION,
        /** Anything else. */
        OTHER
    }

    /** Directions along a way as the map draws it; constants are only ever added. */
    public enum Direction {
        /** Both directions. */
        BOTH,
        /** As it is drawn. */
        FORWARD,
        /** Against it. */
        BACKWARD
    }

    /**
     * A way of the map.
     *
     * @param wayId its id in OpenStreetMap
     * @param direction direction of travel that the override holds for
     */
    public record Way(long wayId, Direction direction) implements Serializable {

        boolean includes(RoadSpot spot) {
            return wayId == spot.wayId()
                    && (direction == Direction.BOTH
                            || spot.forward() == (direction == Direction.FORWARD));
        }
    }

    /** Copies the lists. */
    public LimitOverride {
        ways = List.copyOf(ways);
        vehicleClasses = List.copyOf(vehicleClasses);
    }

    /**
     * Of what was put up at a place for any of the reasons, the one that counts where a speed zone
     * holds there too: the speed zone before a correction, which only says what the map should say;
     * else the lower limit, as with signs.
     *
     * @param stated override in force there, or null
     * @param zone limit of the speed zone in force there, or null
     */
    public static @Nullable LimitOverride either(
            @Nullable LimitOverride stated, @Nullable LimitOverride zone) {
        if (stated == null || zone == null) {
            return stated == null ? zone : stated;
        }
        boolean stays = stated.reason != Reason.CORRECTION && stated.kmh() <= zone.kmh();
        return stays ? stated : zone;
    }

    /** The limit, km/h; infinite without limit, NaN where not known. */
    public float kmh() {
        return RoadLimit.kmh(kind, value, mph);
    }
}
