// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.reference.VehicleClass;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which vehicles a fence is for: those that are all that is stated. A state type: components are
 * only ever added.
 *
 * @param tenantId tenant, or null for all
 * @param fleetIds fleets, one of which the vehicle must be of; empty for all
 * @param vehicleClasses classes, one of which it must be of; empty for all
 * @param vehicleIds vehicles, one of which it must be; empty for all
 */
public record FenceScope(
        @Nullable String tenantId,
        List<String> fleetIds,
        List<VehicleClass> vehicleClasses,
        List<String> vehicleIds)
        implements Serializable {

    /** All vehicles. */
    public static final FenceScope ALL = new FenceScope(null, List.of(), List.of(), List.of());

    /** Copies the lists. */
    public FenceScope {
        fleetIds = List.copyOf(fleetIds);
        vehicleClasses = List.copyOf(vehicleClasses);
        vehicleIds = List.copyOf(vehicleIds);
    }

    /** Whether a vehicle is one of them. */
    public boolean includes(
            String vehicleId,
            @Nullable String ofTenant,
            @Nullable String ofFleet,
            VehicleClass ofClass) {
        return (tenantId == null || tenantId.equals(ofTenant))
                && (fleetIds.isEmpty() || (ofFleet != null && fleetIds.contains(ofFleet)))
                && (vehicleClasses.isEmpty() || vehicleClasses.contains(ofClass))
                && (vehicleIds.isEmpty() || vehicleIds.contains(vehicleId));
    }
}
