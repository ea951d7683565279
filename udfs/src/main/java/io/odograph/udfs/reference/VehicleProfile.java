// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a vehicle beforehand. A state type: components are only ever added.
 *
 * @param vehicleId the vehicle, as in its telemetry
 * @param version version, rising; the highest one seen wins
 * @param tenantId customer, or null in a deployment with one tenant
 * @param fleetId fleet that it belongs to, or null
 * @param vehicleClass class of the vehicle
 * @param vin vehicle identification number, or null where not held here
 * @param propulsion kind of drive
 * @param timeZone home time zone, IANA name, or null
 */
public record VehicleProfile(
        String vehicleId,
        long version,
        @Nullable String tenantId,
        @Nullable String fleetId,
        VehicleClass vehicleClass,
        @Nullable String vin,
        Propulsion propulsion,
        @Nullable String timeZone)
        implements Serializable {

    /** Of a vehicle whose time zone is not known. */
    public VehicleProfile(
            String vehicleId,
            long version,
            @Nullable String tenantId,
            @Nullable String fleetId,
            VehicleClass vehicleClass,
            @Nullable String vin,
            Propulsion propulsion) {
        this(vehicleId, version, tenantId, fleetId, vehicleClass, vin, propulsion, null);
    }
}
