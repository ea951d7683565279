// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A breach of a fence or a visit to one that must be found.
 *
 * @param vehicleId the vehicle
 * @param tenantId its tenant
 * @param fenceId the fence
 * @param fenceVersion its version at the start
 * @param kind what it is for
 * @param cause CROSSED, FIRST_SEEN where the vehicle was there from the beginning, or
 *     SCHEDULE_STARTED where it was when the fence's schedule began
 * @param start true moment of the crossing, or of what else began it
 * @param end true moment at which it was over, or null if it was not in the simulation
 */
public record ExpectedGeofence(
        String vehicleId,
        String tenantId,
        String fenceId,
        long fenceVersion,
        String kind,
        String cause,
        Instant start,
        @Nullable Instant end) {}
