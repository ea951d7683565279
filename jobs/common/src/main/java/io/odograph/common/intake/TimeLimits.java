// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.udfs.clock.GpsWeekRollover;
import java.io.Serializable;

/**
 * How far a device's clock may be off before its records are refused.
 *
 * @param maxAheadMillis how far an event time may be ahead of its receive time, and a receive time
 *     ahead of the append time, ms, 0 to a day
 * @param maxBehindMillis how far an event time may be behind its receive time, ms, above 0 and at
 *     most half a GPS week cycle, so that a late record and a rolled-over clock cannot be confused
 */
public record TimeLimits(long maxAheadMillis, long maxBehindMillis) implements Serializable {

    /** 60 s ahead, 30 days behind. */
    public static final TimeLimits DEFAULT = new TimeLimits(60_000, 30L * 86_400_000);

    private static final long DAY_MILLIS = 86_400_000;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if a limit is outside its range
     */
    public TimeLimits {
        if (maxAheadMillis < 0 || maxAheadMillis > DAY_MILLIS) {
            throw new IllegalArgumentException("maxAheadMillis must be 0.." + DAY_MILLIS);
        }
        long halfCycle = GpsWeekRollover.CYCLE_MILLIS / 2;
        if (maxBehindMillis < 1 || maxBehindMillis > halfCycle) {
            throw new IllegalArgumentException("maxBehindMillis must be 1.." + halfCycle);
        }
    }
}
