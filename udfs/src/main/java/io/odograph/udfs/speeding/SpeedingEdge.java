// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.telemetry.DeviceKind;
import org.jspecify.annotations.Nullable;

/**
 * A moment that matters in an episode of speeding, with what is known of the episode by then. Each
 * episode has one START, then a BAND for each rise of its band, then one END. A state type:
 * components are only ever added.
 *
 * @param kind what happened
 * @param vehicleId the vehicle
 * @param tenantId customer, or null
 * @param deviceKind kind of the device that reported the start
 * @param tripId trip as the device counts it, or null
 * @param driverId pseudonym of the driver, or null
 * @param traceId trace of the deciding record, or null
 * @param episode event time at which the episode began, ms: identity of the episode
 * @param time event time at which it happened, ms; in a clock that may have been set back since
 * @param receivedAt receive time of the deciding record, ms
 * @param releasedAt receive time at which it was decided, ms
 * @param facts what is known of the episode
 */
public record SpeedingEdge(
        Kind kind,
        String vehicleId,
        @Nullable String tenantId,
        DeviceKind deviceKind,
        @Nullable String tripId,
        @Nullable String driverId,
        @Nullable String traceId,
        long episode,
        long time,
        long receivedAt,
        long releasedAt,
        SpeedingFacts facts) {

    /** What happened; constants are only ever added. */
    public enum Kind {
        /** The vehicle has been above the limit and its tolerance for long enough. */
        START,
        /** The band has risen. */
        BAND,
        /** The episode is over. */
        END
    }
}
