// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

import io.odograph.udfs.telemetry.DeviceKind;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds of one detector for a part of the fleet, from an event time on. A selector that is
 * null holds for all. A state type: components are only ever added.
 *
 * @param ruleId identity of the rule
 * @param version version, rising
 * @param detector detector that the thresholds are for, such as crash
 * @param tenantId tenant that it holds for, or null
 * @param fleetId fleet that it holds for, or null
 * @param vehicleClass vehicle class that it holds for, or null
 * @param deviceKind device kind that it holds for, or null
 * @param vehicleId vehicle that it holds for, or null
 * @param effectiveFrom event time from which it holds, ms, inclusive
 * @param effectiveTo event time until which it holds, ms, exclusive; {@link Long#MAX_VALUE} for
 *     without end
 * @param thresholds thresholds by option name, in the option's unit; those not named keep the job's
 *     options
 */
public record Rule(
        String ruleId,
        long version,
        String detector,
        @Nullable String tenantId,
        @Nullable String fleetId,
        @Nullable VehicleClass vehicleClass,
        @Nullable DeviceKind deviceKind,
        @Nullable String vehicleId,
        long effectiveFrom,
        long effectiveTo,
        Map<String, Double> thresholds)
        implements Versioned, Serializable {

    @Override
    public String id() {
        return ruleId;
    }

    /** How alerts name this rule in this version: {@code id@version}. */
    public String label() {
        return ruleId + "@" + version;
    }
}
