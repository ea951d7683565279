// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.IntList;
import io.odograph.udfs.geo.Area;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitOverride;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fences that are speed zones, in all versions that are kept of them, and which of them holds
 * at a place: of several the one of the highest priority, then of the smaller id. Not thread-safe:
 * it searches into a list of its own.
 */
final class SpeedZones {

    /** A version while it is the fence, and its limit as one that replaces the map's. */
    private record Zone(PlacedFence placed, LimitOverride limit) {

        boolean holds(long time) {
            FenceSchedule schedule = placed.fence().terms().schedule();
            return placed.isInForce(time) && (schedule == null || schedule.holds(time));
        }

        boolean isBefore(Zone other) {
            FenceTerms terms = placed.fence().terms();
            FenceTerms others = other.placed.fence().terms();
            return terms.priority() != others.priority()
                    ? terms.priority() > others.priority()
                    : terms.id().compareTo(others.id()) < 0;
        }
    }

    private final FenceIndex index = new FenceIndex();
    private final Map<String, int[]> slotsById = new HashMap<>();
    private final List<Zone> zones = new ArrayList<>();
    private final IntList free = new IntList();
    private final IntList found = new IntList();

    /** Whether there is none. */
    boolean isEmpty() {
        return slotsById.isEmpty();
    }

    /** A fence has come, has changed or is gone: all its versions, highest first. */
    void put(String id, List<Fence> versions) {
        int[] before = slotsById.remove(id);
        if (before != null) {
            for (int slot : before) {
                index.remove(slot);
                zones.set(slot, null);
                free.add(slot);
            }
        }
        int[] slots =
                PlacedFence.of(versions).stream()
                        .filter(placed -> placed.fence().terms().kind() == FenceKind.SPEED_ZONE)
                        .mapToInt(this::add)
                        .toArray();
        if (slots.length > 0) {
            slotsById.put(id, slots);
        }
    }

    private int add(PlacedFence placed) {
        Zone zone = new Zone(placed, limit(placed));
        int slot = zones.size();
        if (free.size() > 0) {
            slot = free.get(free.size() - 1);
            free.truncate(free.size() - 1);
            zones.set(slot, zone);
        } else {
            zones.add(zone);
        }
        index.put(slot, placed.fence().shape());
        return slot;
    }

    /** Where and for whom it holds is left out: that is asked here. */
    private static LimitOverride limit(PlacedFence placed) {
        Fence fence = placed.fence();
        FenceLimit limit = fence.limit();
        return new LimitOverride(
                fence.id(),
                fence.version(),
                LimitOverride.Reason.OTHER,
                LimitKind.VALUE,
                limit.value(),
                limit.mph(),
                null,
                null,
                placed.from(),
                placed.to(),
                Area.NONE,
                List.of(),
                List.of(),
                null);
    }

    @Nullable LimitOverride inForce(
            int latitude,
            int longitude,
            String vehicleId,
            @Nullable String tenantId,
            @Nullable String fleetId,
            VehicleClass vehicleClass,
            long time) {
        found.truncate(0);
        index.containing(latitude, longitude, found);
        Zone first = null;
        for (int i = 0; i < found.size(); i++) {
            Zone zone = zones.get(found.get(i));
            FenceScope scope = zone.placed.fence().scope();
            if ((first == null || zone.isBefore(first))
                    && zone.holds(time)
                    && scope.includes(vehicleId, tenantId, fleetId, vehicleClass)) {
                first = zone;
            }
        }
        return first == null ? null : first.limit;
    }
}
