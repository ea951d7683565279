// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.IntList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fences that vehicles must keep in, by who must: they matter wherever the vehicle is. Each is
 * found by the most exact of what it says of its vehicles.
 */
final class KeepInFences {

    private static final String ALL = "";

    private final Map<String, IntList> byVehicle = new HashMap<>();
    private final Map<String, IntList> byFleet = new HashMap<>();
    private final Map<String, IntList> byTenant = new HashMap<>();

    void add(int slot, FenceScope scope) {
        Map<String, IntList> map = map(scope);
        for (String key : keys(scope)) {
            map.computeIfAbsent(key, added -> new IntList()).add(slot);
        }
    }

    void remove(int slot, FenceScope scope) {
        Map<String, IntList> map = map(scope);
        for (String key : keys(scope)) {
            IntList slots = map.get(key);
            removeFrom(slots, slot);
            if (slots.size() == 0) {
                map.remove(key);
            }
        }
    }

    private static void removeFrom(IntList slots, int slot) {
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i) == slot) {
                slots.set(i, slots.get(slots.size() - 1));
                slots.truncate(slots.size() - 1);
                return;
            }
        }
    }

    private Map<String, IntList> map(FenceScope scope) {
        if (!scope.vehicleIds().isEmpty()) {
            return byVehicle;
        }
        return scope.fleetIds().isEmpty() ? byTenant : byFleet;
    }

    private static List<String> keys(FenceScope scope) {
        if (!scope.vehicleIds().isEmpty()) {
            return scope.vehicleIds();
        }
        if (!scope.fleetIds().isEmpty()) {
            return scope.fleetIds();
        }
        return List.of(scope.tenantId() == null ? ALL : scope.tenantId());
    }

    /** Slots of all that may be for a vehicle. */
    void find(Sighting sighting, IntList slots) {
        addTo(slots, byVehicle.get(sighting.vehicleId()));
        if (sighting.fleetId() != null) {
            addTo(slots, byFleet.get(sighting.fleetId()));
        }
        if (sighting.tenantId() != null) {
            addTo(slots, byTenant.get(sighting.tenantId()));
        }
        addTo(slots, byTenant.get(ALL));
    }

    private static void addTo(IntList slots, @Nullable IntList more) {
        if (more != null) {
            for (int i = 0; i < more.size(); i++) {
                slots.add(more.get(i));
            }
        }
    }
}
