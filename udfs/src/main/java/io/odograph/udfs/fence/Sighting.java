// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.telemetry.DeviceKind;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle at a place, with all that matters for its fences. A wire type of the jobs: components
 * are only ever added.
 *
 * @param vehicleId the vehicle
 * @param epoch receive time of the first sighting since the vehicle was silent for long, ms
 * @param number number of this sighting among those of the vehicle since then, from 0, without gaps
 * @param tenantId customer, or null
 * @param fleetId fleet, or null
 * @param vehicleClass class
 * @param deviceKind kind of the device
 * @param tripId trip as the device counts it, or null
 * @param driverId pseudonym of the driver, or null
 * @param traceId trace of the record, or null
 * @param receivedAt receive time of the record, ms
 * @param releasedAt receive time at which the vehicle clock released it, ms
 * @param clockBack by how much the device has set its clock back since the last sighting, ms
 * @param thresholds what holds where a fence states nothing
 * @param ruleVersion rule that these come from, or null for the job's options
 * @param test whether the telemetry was marked as a test
 * @param fix where it is
 */
public record Sighting(
        String vehicleId,
        long epoch,
        long number,
        @Nullable String tenantId,
        @Nullable String fleetId,
        VehicleClass vehicleClass,
        DeviceKind deviceKind,
        @Nullable String tripId,
        @Nullable String driverId,
        @Nullable String traceId,
        long receivedAt,
        long releasedAt,
        long clockBack,
        FenceThresholds thresholds,
        @Nullable String ruleVersion,
        boolean test,
        VehicleFix fix)
        implements Serializable {

    /** Whether a fence of this scope is for the vehicle. */
    boolean isIn(FenceScope scope) {
        return scope.includes(vehicleId, tenantId, fleetId, vehicleClass);
    }
}
