// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.Position;
import org.jspecify.annotations.Nullable;

/**
 * What crash detection remembers of one vehicle; about 250 bytes. Changed in place.
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

    /** Highest speed of each of the last seconds, km/h; that of second s is at s modulo length. */
    public float[] speeds = new float[0];

    /** Second of event time up to which {@link #speeds} is filled. */
    public long speedsUntil;

    /** Event time of the last incident's first impact, ms, or {@link #NEVER}: its identity. */
    public long incident = NEVER;

    /** The same by the clock as it is now: moved along where the device set it back. */
    public long impactTime = NEVER;

    /** Whether that incident is still open: neither rest nor driving on has been seen. */
    public boolean watching;

    /** Event time since which the vehicle has stood still after the impact, or {@link #NEVER}. */
    public long restSince = NEVER;

    /** Largest change of velocity within 150 ms in that incident, km/h, or NaN. */
    public double deltaV = Double.NaN;

    /** Largest resultant acceleration in that incident, m/s2, or NaN. */
    public double peakAcceleration = Double.NaN;

    /** Whether samples of that incident stood at the sensor's range. */
    public boolean saturated;

    /** Highest speed before that incident, km/h, or NaN. */
    public float speedBefore = Float.NaN;

    /** Whether an airbag deployed in that incident. */
    public boolean airbagInIncident;

    /** Whether the vehicle rolled over in that incident. */
    public boolean rolloverInIncident;

    /** What was last reported of the airbags, or null where nothing was. */
    public @Nullable Boolean airbagDeployed;

    /** What was last reported of a rollover, or null where nothing was. */
    public @Nullable Boolean rolledOver;
}
