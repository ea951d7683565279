// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.reference.VehicleClass;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a score that is told.
 *
 * @param subject what it is of
 * @param start start of the trip, or of the day or the last of the days, which identifies it, ms
 * @param end end of that, ms; the start where it is retracted
 * @param vehicleId the vehicle
 * @param tenantId customer, or null
 * @param fleetId fleet, or null
 * @param vehicleClass class of the vehicle
 * @param revision 1 and up, rising, not always by one
 * @param detectedAt receive time at which it was decided, ms
 * @param test whether it is of a test of the installation
 * @param days days on which something was driven, of a day or of thirty; 0 for a trip
 * @param score the score, or null if it is retracted
 * @param model what a model says, or null where none is in force
 */
public record ScoreOutput(
        ScoreSubject subject,
        long start,
        long end,
        String vehicleId,
        @Nullable String tenantId,
        @Nullable String fleetId,
        VehicleClass vehicleClass,
        int revision,
        long detectedAt,
        boolean test,
        int days,
        @Nullable Score score,
        @Nullable ModelResult model) {

    /** Whether what it is of turned out not to have been. */
    public boolean retracted() {
        return score == null;
    }

    static ScoreOutput of(
            DrivingOutput cause,
            ScoreSubject subject,
            long start,
            long end,
            int revision,
            int days,
            @Nullable Score score,
            @Nullable ModelResult model) {
        return new ScoreOutput(
                subject,
                start,
                end,
                cause.vehicleId(),
                cause.tenantId(),
                cause.fleetId(),
                cause.vehicleClass(),
                revision,
                cause.detectedAt(),
                cause.test(),
                days,
                score,
                model);
    }
}
