// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/** What a fence is for; constants are only ever added. */
public enum FenceKind {
    /** A vehicle outside of it is in breach. */
    KEEP_IN,
    /** A vehicle inside it is in breach. */
    KEEP_OUT,
    /** A place whose visits are told: arrival, dwell, departure. */
    ZONE,
    /** Has a speed limit of its own, which counts for speeding; being there is never told. */
    SPEED_ZONE
}
