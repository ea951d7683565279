// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

/** What a score is of; constants are only ever added. */
public enum ScoreSubject {
    /** A trip that has ended. */
    TRIP,
    /** A day by the vehicle's local clock. */
    DAY,
    /** The thirty local days up to and with a day on which the vehicle was heard of. */
    ROLLING_30_DAYS
}
