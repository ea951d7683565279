// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

/**
 * What the watch on speeding remembers of one vehicle. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class SpeedingState {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Event time of the last record, ms, or {@link #NEVER}. */
    public long lastTime = NEVER;
}
