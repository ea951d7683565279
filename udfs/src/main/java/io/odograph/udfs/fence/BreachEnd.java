// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/** Why a breach or a visit is over; constants are only ever added. */
public enum BreachEnd {
    /** The vehicle crossed the line again. */
    CROSSED_BACK,
    /** The fence's schedule ended. */
    SCHEDULE_ENDED,
    /** The fence came to be elsewhere. */
    FENCE_CHANGED,
    /** The fence is no longer there, or no longer for this vehicle. */
    FENCE_WITHDRAWN,
    /** The fence's effective time is over. */
    FENCE_EXPIRED,
    /** Nothing was heard of the vehicle for long. */
    SILENCE
}
