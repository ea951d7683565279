// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

import io.odograph.udfs.telemetry.DeviceKind;
import org.jspecify.annotations.Nullable;

/**
 * What a rule holds for, or what it is asked for; what is null is not stated.
 *
 * @param vehicleId vehicle
 * @param vehicleClass vehicle class
 * @param fleetId fleet
 * @param tenantId tenant
 * @param deviceKind device kind
 */
record RuleScope(
        @Nullable String vehicleId,
        @Nullable VehicleClass vehicleClass,
        @Nullable String fleetId,
        @Nullable String tenantId,
        @Nullable DeviceKind deviceKind) {

    /** Masks that there are: one bit for each selector. */
    static final int MASKS = 32;

    private static final int VEHICLE = 16;
    private static final int CLASS = 8;
    private static final int FLEET = 4;
    private static final int TENANT = 2;
    private static final int DEVICE = 1;

    /** Scope of a rule. */
    static RuleScope of(Rule rule) {
        return new RuleScope(
                rule.vehicleId(),
                rule.vehicleClass(),
                rule.fleetId(),
                rule.tenantId(),
                rule.deviceKind());
    }

    /**
     * Which selectors are stated, as bits. The greater of two masks is the more specific one,
     * because each selector weighs more than all those below it.
     */
    int mask() {
        return (vehicleId == null ? 0 : VEHICLE)
                | (vehicleClass == null ? 0 : CLASS)
                | (fleetId == null ? 0 : FLEET)
                | (tenantId == null ? 0 : TENANT)
                | (deviceKind == null ? 0 : DEVICE);
    }

    /** This scope with the selectors of a mask alone, as a rule of that mask would state them. */
    RuleScope only(int mask) {
        return new RuleScope(
                (mask & VEHICLE) == 0 ? null : vehicleId,
                (mask & CLASS) == 0 ? null : vehicleClass,
                (mask & FLEET) == 0 ? null : fleetId,
                (mask & TENANT) == 0 ? null : tenantId,
                (mask & DEVICE) == 0 ? null : deviceKind);
    }
}
