// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.Position;
import org.jspecify.annotations.Nullable;

/**
 * A moment that matters to crash detection, with what is known of the incident by then. Only
 * vehicles with an open impact have any. A state type: components are only ever added.
 *
 * @param kind what happened
 * @param vehicleId the vehicle
 * @param tenantId customer, or null
 * @param deviceKind kind of the reporting device
 * @param tripId trip as the device counts it, or null
 * @param driverId pseudonym of the driver, or null
 * @param traceId trace of the deciding record, or null
 * @param incident event time of the first impact of the incident, ms: identity of the incident
 * @param time event time at which it happened, ms; in a clock that may have been set back since
 * @param receivedAt receive time of the deciding record, ms
 * @param releasedAt receive time at which the vehicle clock released that record, ms
 * @param position last known position, or null
 * @param deltaV largest change of velocity within 150 ms so far, km/h, or NaN
 * @param peakAcceleration largest resultant without gravity so far, m/s2, or NaN
 * @param saturated whether samples stood at the sensor's range
 * @param speedBefore highest speed in the seconds before, km/h, or NaN
 * @param airbagDeployed whether an airbag deployed, or null where not reported
 * @param rolledOver whether the vehicle rolled over, or null where not reported
 */
public record CrashEdge(
        Kind kind,
        String vehicleId,
        @Nullable String tenantId,
        DeviceKind deviceKind,
        @Nullable String tripId,
        @Nullable String driverId,
        @Nullable String traceId,
        long incident,
        long time,
        long receivedAt,
        long releasedAt,
        @Nullable Position position,
        double deltaV,
        double peakAcceleration,
        boolean saturated,
        float speedBefore,
        @Nullable Boolean airbagDeployed,
        @Nullable Boolean rolledOver) {

    /** What happened; constants are only ever added. */
    public enum Kind {
        /** Something hit the vehicle, or it hit something. */
        IMPACT,
        /** After an impact the vehicle stood still for long enough. */
        AT_REST,
        /** After an impact the vehicle drove on. */
        DROVE_ON
    }
}
