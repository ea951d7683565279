// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import java.io.Serializable;

/**
 * What the vehicle clock may wait for and remember. Times are milliseconds of receive time.
 *
 * @param maxWait how long a gap is waited for, 0 and up
 * @param maxHeld how many records of one vehicle wait at most, 1 and up; beyond it the oldest is
 *     let go as if its wait were over
 * @param retention how long a vehicle that is not heard of is remembered, above {@code maxWait}
 */
public record ClockLimits(long maxWait, int maxHeld, long retention) implements Serializable {

    /** A gap is waited for 2 s, 2,048 records may wait, a vehicle is remembered for a day. */
    public static final ClockLimits DEFAULTS = new ClockLimits(2_000, 2_048, 86_400_000);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside its range
     */
    public ClockLimits {
        if (maxWait < 0 || maxHeld < 1 || retention <= maxWait) {
            throw new IllegalArgumentException(
                    "maxWait >= 0, maxHeld >= 1 and retention > maxWait needed: "
                            + maxWait
                            + ", "
                            + maxHeld
                            + ", "
                            + retention);
        }
    }
}
