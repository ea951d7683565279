// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.GeofenceState;
import io.odograph.udfs.fence.SightingParts;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle whose fences are read elsewhere. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class WatchState {

    /** Sightings that wait for their turn. */
    public SightingParts parts = new SightingParts();

    /** What is remembered of the vehicle. */
    public GeofenceState vehicle = new GeofenceState();

    /** Time for which a timer is ordered, ms, or 0. */
    public long wakeAt;

    /** When those up to {@link #awaited} have come, ms. */
    public long skipAt = Long.MIN_VALUE + 1;

    /** Up to where nothing is waited for from then on, or null where nothing waits. */
    public SightingParts.@Nullable Place awaited;

    /** Timestamp of the latest answer, ms. */
    public long latestAt = Long.MIN_VALUE + 1;

    /** Where the stream was when the vehicle was last heard of, ms. */
    public long lastHeard;
}
