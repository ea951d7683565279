// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.alert;

import io.odograph.schemas.AlertStatus;
import io.odograph.schemas.AlertType;
import io.odograph.schemas.Severity;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every alert begins with, inside a job; the contract's {@code AlertHeader} documents each
 * component. Times are ms since the epoch. A state type: components are only ever added.
 *
 * @param alertId name-based UUID, the same for every revision
 * @param type kind of incident
 * @param status stage in the alert's life
 * @param revision number of this record for this id, from 1
 * @param severity how bad it is
 * @param confidence how sure it is, 0..1
 * @param vehicleId the vehicle
 * @param tenantId customer, or null
 * @param deviceKind kind of the deciding device
 * @param tripId trip, or null
 * @param driverId pseudonym of the driver, or null
 * @param eventTime when the incident began
 * @param receivedAt when the deciding record was received
 * @param detectedAt receive time at which the deciding record was released
 * @param position last position known at the start of the incident, or null
 * @param ruleVersion version of the rule in force
 * @param thresholds thresholds in force by option name
 * @param traceId trace of the deciding record, or null
 */
public record Alert(
        String alertId,
        AlertType type,
        AlertStatus status,
        int revision,
        Severity severity,
        double confidence,
        String vehicleId,
        @Nullable String tenantId,
        DeviceKind deviceKind,
        @Nullable String tripId,
        @Nullable String driverId,
        long eventTime,
        long receivedAt,
        long detectedAt,
        @Nullable Position position,
        String ruleVersion,
        Map<String, Double> thresholds,
        @Nullable String traceId) {

    /** Rule version where no rule record overrode the job's options. */
    public static final String DEFAULT_RULES = "defaults";
}
