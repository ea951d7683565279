// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

/** Why an episode ended; constants are only ever added. */
public enum EndReason {
    /** The vehicle was seen below the limit and its tolerance. */
    BELOW_LIMIT,
    /** For too long nothing was known of its speed, its road or the limit there. */
    GAP,
    /** Nothing was received for long. */
    SILENCE,
    /** Speeding is not watched any more, for the customer, in the country or by a rule. */
    SWITCHED_OFF
}
