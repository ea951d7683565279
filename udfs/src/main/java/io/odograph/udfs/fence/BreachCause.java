// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/** Why a vehicle came to be on the other side; constants are only ever added. */
public enum BreachCause {
    /** It was never seen before: when it got there is not known. */
    FIRST_SEEN,
    /** It crossed the line. */
    CROSSED,
    /** It was through before it was seen inside often enough. */
    PASSED_THROUGH,
    /** It was there when the fence's schedule began. */
    SCHEDULE_STARTED,
    /** It was there when the fence came, or came to be where it is now. */
    FENCE_CHANGED
}
