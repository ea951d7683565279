// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import io.odograph.udfs.telemetry.Telemetry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the clock remembers of one device: which of its records have been released. A device that
 * counts is remembered by ranges, so that a re-upload of any length is recognised; one that does
 * not by the fingerprints of its last {@value #RECENT} records.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class DeviceTrack {

    static final int RECENT = 32;
    static final int MAX_GAPS = 8;

    /** The device, or null where the vehicle has only one. */
    public @Nullable String deviceId;

    /** Count of the first record of the present epoch; below it nothing is known. */
    public long first = Telemetry.NO_SEQUENCE;

    /** Event time of the first record of the present epoch. */
    public long firstTime = ClockState.NEVER;

    /** Highest count released in the present epoch. */
    public long last = Telemetry.NO_SEQUENCE;

    /** Event time of the device's record released last. */
    public long lastTime = ClockState.NEVER;

    /** Receive time at which the device was last heard of. */
    public long lastReceived = ClockState.NEVER;

    /** Counts that were passed without having been seen: pairs of first and last, rising. */
    public long[] gaps = {};

    /** Fingerprints of the last records of a device that does not count; a ring. */
    public long[] recent = {};

    /** Where the next fingerprint goes. */
    public int recentNext;

    /** Whether this record directly follows the one released last. */
    boolean isNext(Telemetry record) {
        return record.hasSequence()
                && record.eventTime() >= lastTime
                && (record.sequence() == last + 1
                        || (lastTime == ClockState.NEVER && record.sequence() == 0));
    }

    /**
     * Whether the device made this record after the one released last, but with an earlier time.
     */
    boolean isClockStep(Telemetry record) {
        return record.hasSequence()
                && lastTime != ClockState.NEVER
                && record.sequence() > last
                && record.eventTime() < lastTime;
    }

    /** Whether a record that lies before the vehicle's present place was released before. */
    boolean wasReleased(Telemetry record) {
        if (!record.hasSequence()) {
            long fingerprint = Fingerprint.of(record);
            return Arrays.stream(recent).anyMatch(f -> f == fingerprint);
        }
        return record.sequence() >= first
                && record.sequence() <= last
                && record.eventTime() >= firstTime
                && record.eventTime() <= lastTime
                && gapOf(record.sequence()) < 0;
    }

    /** Remembers a record as released. */
    void release(Telemetry record) {
        if (record.hasSequence()) {
            advance(record);
        } else {
            remember(Fingerprint.of(record));
        }
        lastTime = record.eventTime();
    }

    /** Remembers a late record, so that its second copy is a duplicate. */
    void fill(Telemetry record) {
        if (!record.hasSequence()) {
            remember(Fingerprint.of(record));
            return;
        }
        int gap = gapOf(record.sequence());
        if (gap < 0) {
            return;
        }
        long from = gaps[gap];
        long to = gaps[gap + 1];
        long[] rest = without(gap);
        if (record.sequence() < to) {
            rest = with(rest, gap, record.sequence() + 1, to);
        }
        if (record.sequence() > from) {
            rest = with(rest, gap, from, record.sequence() - 1);
        }
        gaps = rest;
        forgetOldGaps();
    }

    private void advance(Telemetry record) {
        boolean restarted = record.sequence() <= last;
        if (first == Telemetry.NO_SEQUENCE || restarted || record.eventTime() < lastTime) {
            first = record.sequence();
            firstTime = record.eventTime();
            gaps = new long[0];
        } else if (record.sequence() > last + 1) {
            gaps = with(gaps, gaps.length, last + 1, record.sequence() - 1);
            forgetOldGaps();
        }
        last = record.sequence();
    }

    /**
     * A gap that is forgotten moves the first known count behind it: unknown is late, never lost.
     */
    private void forgetOldGaps() {
        while (gaps.length > 2 * MAX_GAPS) {
            first = gaps[1] + 1;
            gaps = without(0);
        }
    }

    private int gapOf(long sequence) {
        for (int i = 0; i < gaps.length; i += 2) {
            if (sequence >= gaps[i] && sequence <= gaps[i + 1]) {
                return i;
            }
        }
        return -1;
    }

    private void remember(long fingerprint) {
        if (recent.length < RECENT) {
            recent = Arrays.copyOf(recent, recent.length + 1);
            recent[recent.length - 1] = fingerprint;
        } else {
            recent[recentNext] = fingerprint;
            recentNext = (recentNext + 1) % RECENT;
        }
    }

    private long[] without(int gap) {
        long[] rest = new long[gaps.length - 2];
        System.arraycopy(gaps, 0, rest, 0, gap);
        System.arraycopy(gaps, gap + 2, rest, gap, rest.length - gap);
        return rest;
    }

    private static long[] with(long[] gaps, int at, long from, long to) {
        long[] more = new long[gaps.length + 2];
        System.arraycopy(gaps, 0, more, 0, at);
        more[at] = from;
        more[at + 1] = to;
        System.arraycopy(gaps, at, more, at + 2, gaps.length - at);
        return more;
    }
}
