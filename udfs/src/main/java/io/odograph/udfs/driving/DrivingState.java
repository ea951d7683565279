// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.HarshTrack;
import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.trip.TripTrack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how a vehicle is driven, up to a moment: all that later records need. Changed in
 * place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class DrivingState {

    /** What was reported last. */
    public MotionTrack motion = new MotionTrack();

    /** The last record that told speed or position. */
    public Reading last = new Reading();

    /** Device that counted it, or null. */
    public @Nullable String device;

    /** Customer, as last told, or null. */
    public @Nullable String tenantId;

    /** Whether the last record belonged to a test of the installation. */
    public boolean test;

    /** How far it goes. */
    public DistanceTrack distance = new DistanceTrack();

    /** Harsh driving. */
    public HarshTrack harsh = new HarshTrack();

    /** The trip. */
    public TripTrack trip = new TripTrack();

    /** Minutes that may still change, the oldest first. */
    public List<OpenMinute> minutes = new ArrayList<>(1);

    /** Windows that may still change, in the order in which they began. */
    public List<OpenWindow> windows = new ArrayList<>(2);

    /** Whether windows were told in silence since the last record. */
    public boolean silent;

    /** Event time before which all minutes are closed, ms, or {@link MotionTrack#NEVER}. */
    public long closedUntil = MotionTrack.NEVER;

    /** Event time of the speed from which the next acceleration is counted, ms. */
    public long accelerationTime = MotionTrack.NEVER;

    /** That speed, km/h. */
    public float accelerationSpeed;
}
