// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.reference.VehicleClass;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a vehicle beside its journal: what is known now, and records that are not
 * in the journal yet. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class DrivingMemory {

    /** Stands for no minute. */
    static final long NONE = Long.MIN_VALUE;

    /** The vehicle, or empty before its first record. */
    public String vehicleId = "";

    /** What is known now. */
    public DrivingState now = new DrivingState();

    /** Event time of the last record, ms. */
    public long lastTime = MotionTrack.NEVER;

    /** Receive time of the last record, ms. */
    public long lastReceived = MotionTrack.NEVER;

    /** Number of the minute of the last record. */
    public long minute = NONE;

    /** Records of that minute that are not in the journal yet. */
    public byte[] records = {};

    /** How many bytes of these there are. */
    public int used;

    /** Numbers of the minutes before which the journal says what was known, the oldest first. */
    public long[] known = {};

    /** Late records that wait to be taken in together. */
    public byte[] late = {};

    /** How many bytes of these there are. */
    public int lateUsed;

    /** Event time from which their times count, ms. */
    public long lateBase;

    /** Receive time at which they are taken in, ms. */
    public long lateDue = Long.MAX_VALUE;

    /** Time of the vehicle until which windows were told in silence, ms. */
    public long silentUntil = MotionTrack.NEVER;

    /** Time zone of the vehicle, as last known, or null for the one of the job. */
    public @Nullable String zone;

    /** Fleet, as last known, or null. */
    public @Nullable String fleetId;

    /** Class of the vehicle, as last known. */
    public VehicleClass vehicleClass = VehicleClass.UNKNOWN;
}
