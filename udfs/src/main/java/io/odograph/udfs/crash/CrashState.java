// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.Position;
import org.jspecify.annotations.Nullable;

/**
 * What crash detection remembers of one vehicle; below 200 bytes. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class CrashState {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Event time of the last record, ms, or {@link #NEVER}. */
    public long lastTime = NEVER;

    /** Last known position, or null. */
    public @Nullable Position position;

    /**
     * Highest speed of each of the last seconds, km/h; the second {@code s} is at {@code s % n}.
     */
    public float[] speeds = new float[0];

    /** Second of event time up to which {@link #speeds} is filled. */
    public long speedsUntil;

    /** Event time of the last incident's first impact, ms, or {@link #NEVER}. */
    public long impactTime = NEVER;

    /** Whether that incident is still open: neither rest nor driving on has been seen. */
    public boolean watching;

    /** Event time since which the vehicle has stood still after the impact, or {@link #NEVER}. */
    public long restSince = NEVER;

    /** Whether the airbag was reported as deployed before. */
    public boolean airbagDeployed;

    /** Whether a rollover was reported before. */
    public boolean rolledOver;
}
