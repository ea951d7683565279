// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.GeofenceState;
import io.odograph.udfs.fence.SightingParts;

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

    /** Timestamp of the latest sighting, ms: when time has come so far, all before it are here. */
    public long skipAt = Long.MIN_VALUE + 1;

    /** Where the stream was when the vehicle was last heard of, ms. */
    public long lastHeard;
}
