// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.trip;

import io.odograph.udfs.driving.DrivingTotals;
import org.jspecify.annotations.Nullable;

/**
 * What a trip has come to. Times are event times, ms; places 1e-7 degrees, {@link
 * Integer#MIN_VALUE} where not known.
 *
 * @param start when it began, which identifies it
 * @param end when it ended, or how far it is known while it is under way
 * @param reason why it has ended, or null while it is under way
 * @param startLatitude where it began
 * @param startLongitude where it began
 * @param endLatitude where it ended
 * @param endLongitude where it ended
 * @param stops stops of a minute or more within it
 * @param totals what it adds up to, without quantiles; not to be changed
 * @param deviceTripId trip as the device counts it, or null
 * @param driverId pseudonym of the driver, or null
 */
public record TripFacts(
        long start,
        long end,
        @Nullable TripEnd reason,
        int startLatitude,
        int startLongitude,
        int endLatitude,
        int endLongitude,
        int stops,
        DrivingTotals totals,
        @Nullable String deviceTripId,
        @Nullable String driverId) {}
