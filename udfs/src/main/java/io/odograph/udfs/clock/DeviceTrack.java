// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clock remembers of one device: which of its records have been released. Of a device that
 * counts, the last {@value #EPOCHS} epochs of its count; of one that does not, the fingerprints of
 * its last {@value #RECENT} records.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class DeviceTrack {

    static final int EPOCHS = 4;
    static final int RECENT = 32;

    /**
     * How far back a device may set its clock, ms, for its next record to be taken as its next: a
     * correction brings a clock near to the time of receiving. What claims to be older is taken for
     * an old upload.
     */
    static final long MAX_STEP = 300_000;

    /** The device, or null where the vehicle has only one. */
    public @Nullable String deviceId;

    /** Event time of the device's record released last, ms. */
    public long lastTime = ClockState.NEVER;

    /** Receive time at which the device was last heard of, ms. */
    public long lastReceived = ClockState.NEVER;

    /** Epochs of the count, the present one last; empty for a device that does not count. */
    public List<CountEpoch> epochs = new ArrayList<>(1);

    /** Fingerprints of the last records of a device that does not count; a ring. */
    public long[] recent = {};

    /** Where the next fingerprint goes. */
    public int recentNext;

    /** Whether this record directly follows the one released last. */
    boolean isNext(Telemetry record) {
        if (!record.hasSequence() || record.eventTime() < lastTime) {
            return false;
        }
        return epochs.isEmpty()
                ? record.sequence() == 0 && lastTime == ClockState.NEVER
                : record.sequence() == last() + 1;
    }

    /**
     * Whether this record is the next by the device's count, but has an earlier time. Only the very
     * next: one further on may as well be from before a restart of the count.
     */
    boolean isClockStep(Telemetry record, long now) {
        return record.hasSequence()
                && !epochs.isEmpty()
                && record.sequence() == last() + 1
                && record.eventTime() < lastTime
                && record.eventTime() >= now - MAX_STEP;
    }

    /** Highest count released in the present epoch; only where there is one. */
    long last() {
        return epochs.get(epochs.size() - 1).last;
    }

    /** The epoch that a counted record belongs to, or null where none is remembered. */
    @Nullable CountEpoch epochOf(Telemetry record) {
        for (int i = epochs.size() - 1; record.hasSequence() && i >= 0; i--) {
            if (epochs.get(i).covers(record)) {
                return epochs.get(i);
            }
        }
        return null;
    }

    /** Whether a record of a device that does not count was released or late before. */
    boolean isRemembered(Telemetry record) {
        long fingerprint = Fingerprint.of(record);
        for (long known : recent) {
            if (known == fingerprint) {
                return true;
            }
        }
        return false;
    }

    /** Remembers a record as released. */
    void release(Telemetry record) {
        if (!record.hasSequence()) {
            remember(record);
        } else if (epochs.isEmpty()
                || record.sequence() <= last()
                || record.eventTime() < lastTime) {
            if (epochs.size() == EPOCHS) {
                epochs.remove(0);
            }
            epochs.add(CountEpoch.beginningWith(record));
        } else {
            epochs.get(epochs.size() - 1).advance(record);
        }
        lastTime = record.eventTime();
    }

    /** Remembers a record of a device that does not count. */
    void remember(Telemetry record) {
        if (recent.length < RECENT) {
            recent = Arrays.copyOf(recent, recent.length + 1);
            recent[recent.length - 1] = Fingerprint.of(record);
        } else {
            recent[recentNext] = Fingerprint.of(record);
            recentNext = (recentNext + 1) % RECENT;
        }
    }
}
