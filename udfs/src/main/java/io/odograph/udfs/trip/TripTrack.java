// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.trip;

import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.motion.Ignition;
import io.odograph.udfs.motion.MotionTrack;
import org.jspecify.annotations.Nullable;

/**
 * The trip that a vehicle is on, or may have begun. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class TripTrack {

    /** How far the trip is. */
    public enum Phase {
        /** There is none. */
        PARKED,
        /** It may have begun: switched on, or moving a little. */
        STARTING,
        /** It is under way. */
        UNDER_WAY
    }

    /** How far the trip is. */
    public Phase phase = Phase.PARKED;

    /** Event time of the start, ms, which identifies the trip of the vehicle. */
    public long start = MotionTrack.NEVER;

    /** Where it began, 1e-7 degrees; {@link Integer#MIN_VALUE} where not known. */
    public int startLatitude = Integer.MIN_VALUE;

    /** Where it began, 1e-7 degrees. */
    public int startLongitude = Integer.MIN_VALUE;

    /** Where it was last, 1e-7 degrees; {@link Integer#MIN_VALUE} where not known. */
    public int latitude = Integer.MIN_VALUE;

    /** Where it was last, 1e-7 degrees. */
    public int longitude = Integer.MIN_VALUE;

    /** Where it moved last, 1e-7 degrees. */
    public int movedLatitude = Integer.MIN_VALUE;

    /** Where it moved last, 1e-7 degrees. */
    public int movedLongitude = Integer.MIN_VALUE;

    /** Event time until which it moved, ms. */
    public long movedUntil = MotionTrack.NEVER;

    /** Event time since which the ignition has been off, ms, or {@link MotionTrack#NEVER}. */
    public long offSince = MotionTrack.NEVER;

    /** Event time of the last record, ms, or {@link MotionTrack#NEVER}. */
    public long time = MotionTrack.NEVER;

    /** State of the ignition, as last known. */
    public Ignition ignition = Ignition.UNKNOWN;

    /** Until it moved last. */
    public DrivingTotals settled = new DrivingTotals();

    /** Since it moved last: not part of the trip if that was the end. */
    public DrivingTotals tail = new DrivingTotals();

    /** Stops of a minute or more within it. */
    public int stops;

    /** Records fast enough to show that it is under way. */
    public int fast;

    /** Why it was told to have ended though it may go on, or null. */
    public @Nullable TripEnd told;

    /** Event time when it was told last, ms, or {@link MotionTrack#NEVER}. */
    public long toldAt = MotionTrack.NEVER;

    /** Trip as the device counts it, or null. */
    public @Nullable String deviceTripId;

    /** Pseudonym of the driver, or null. */
    public @Nullable String driverId;
}
