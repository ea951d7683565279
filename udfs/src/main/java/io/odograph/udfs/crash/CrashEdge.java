// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.DeviceKind;
import org.jspecify.annotations.Nullable;

/**
 * A moment that matters to crash detection, with what is known of the incident by then. Only
 * vehicles with an open incident have any. A state type: components are only ever added.
 *
 * @param kind what happened
 * @param vehicleId the vehicle
 * @param tenantId customer, or null
 * @param deviceKind kind of the device that opened the incident
 * @param tripId trip as the device counts it, or null
 * @param driverId pseudonym of the driver, or null
 * @param traceId trace of the deciding record, or null
 * @param incident event time of the first impact of the incident, ms: identity of the incident
 * @param time event time at which it happened, ms; in a clock that may have been set back since
 * @param receivedAt receive time of the deciding record, ms
 * @param releasedAt receive time at which it was decided, ms
 * @param facts what is known of the incident
 * @param recording what was recorded around the incident; null but in {@link Kind#RECORDED}
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
        CrashFacts facts,
        @Nullable CrashRecording recording) {

    /** What happened; constants are only ever added. */
    public enum Kind {
        /** First evidence: opens the incident. */
        IMPACT,
        /** More evidence for it. */
        MORE_EVIDENCE,
        /** The vehicle has stood still for long enough. */
        AT_REST,
        /** The vehicle drove on. */
        DROVE_ON,
        /** The time to come to rest is over, and the vehicle moves. */
        KEPT_MOVING,
        /** The driver says that there was no crash. */
        CANCELLED,
        /** Nothing was received for long. */
        SILENT,
        /** Nothing more is awaited. */
        OVER,
        /** The last edge of every incident: nothing of it may remain in state. */
        END,
        /** The recording around the incident is complete; means nothing for its stage. */
        RECORDED
    }
}
