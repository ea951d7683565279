// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import java.util.ArrayList;
import java.util.List;

/**
 * What the clock remembers of one vehicle: some 200 bytes while nothing waits. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class ClockState {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Event time of the record released last, or {@link #NEVER}. */
    public long lastEventTime = NEVER;

    /** Highest receive time seen, or {@link #NEVER}. */
    public long lastReceived = NEVER;

    /**
     * Receive time, of the vehicle or of the whole stream, whichever is later, when it was last
     * heard of. Decides when its state may be cleared, never what comes out.
     */
    public long lastHeard = NEVER;

    /**
     * Time of the stream at which the earliest wait may be ended without a record, or {@link
     * #NEVER}. Decides when a record that nothing follows comes out, never what.
     */
    public long wakeAt = NEVER;

    /**
     * Time of the stream at which a timer asks whether the detector's deadline has passed, or 0
     * where none is set, as in a state of before there were any. Decides when a silence is told,
     * never what.
     */
    public long silenceAt;

    /**
     * Timestamp of the vehicle's last edge, ms, or {@link #NEVER}: those of its edges never fall.
     */
    public long lastEdgeAt = NEVER;

    /** The vehicle's devices that reported lately, at most {@link VehicleClock#MAX_DEVICES}. */
    public List<DeviceTrack> devices = new ArrayList<>(1);

    /** Records that wait, ordered by event time, then by device and count. */
    public List<HeldRecord> held = new ArrayList<>(0);
}
