// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import io.odograph.udfs.telemetry.Telemetry;
import java.util.Arrays;

/**
 * A stretch of a device's count during which it only rose and the clock was not set back: which of
 * its records have been released. By ranges, so that a repeated upload of any length is recognised.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class CountEpoch {

    static final int MAX_GAPS = 8;
    static final int MAX_KNOTS = 8;

    /** Count from which on the records are known. */
    public long first;

    /** Highest count released. */
    public long last;

    /** Event time of that record, ms. */
    public long lastTime;

    /** Counts that were passed without having been seen: pairs of first and last, rising. */
    public long[] gaps = {};

    /** Some of the records, the epoch's first among them: count and event time in turn, rising. */
    public long[] knots = {};

    /** How far apart in the count the knots are. */
    public long stride = 1;

    static CountEpoch beginningWith(Telemetry record) {
        CountEpoch epoch = new CountEpoch();
        epoch.knots = new long[] {record.sequence(), record.eventTime()};
        epoch.first = record.sequence();
        epoch.last = record.sequence();
        epoch.lastTime = record.eventTime();
        return epoch;
    }

    /**
     * Whether the record belongs here: by its count, and by a time that lies between those of the
     * known records around it. So a record with the same count from another epoch is told apart.
     */
    boolean covers(Telemetry record) {
        if (record.sequence() < first || record.sequence() > last) {
            return false;
        }
        int next = 0;
        while (next < knots.length && knots[next] <= record.sequence()) {
            next += 2;
        }
        boolean isKnot = knots[next - 2] == record.sequence();
        long latest = next < knots.length ? knots[next + 1] : lastTime;
        return record.eventTime() >= knots[next - 1]
                && record.eventTime() <= (isKnot ? knots[next - 1] : latest);
    }

    /** Whether a record that belongs here was passed without having been seen. */
    boolean isMissing(Telemetry record) {
        return gapOf(record.sequence()) >= 0;
    }

    /** Goes on to a later record. */
    void advance(Telemetry record) {
        if (record.sequence() > last + 1) {
            gaps = with(gaps, gaps.length, last + 1, record.sequence() - 1);
            forgetOldGaps();
        }
        last = record.sequence();
        lastTime = record.eventTime();
        if (last >= knots[knots.length - 2] + stride) {
            addKnot();
        }
    }

    private void addKnot() {
        if (knots.length == 2 * MAX_KNOTS) {
            for (int i = 0; i < MAX_KNOTS / 2; i++) {
                knots[2 * i] = knots[4 * i];
                knots[2 * i + 1] = knots[4 * i + 1];
            }
            knots = Arrays.copyOf(knots, MAX_KNOTS);
            stride *= 2;
        }
        knots = with(knots, knots.length, last, lastTime);
    }

    /** A missing record came after all: from now on a copy of it is a repetition. */
    void fill(Telemetry record) {
        int gap = gapOf(record.sequence());
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

    private long[] without(int gap) {
        long[] rest = new long[gaps.length - 2];
        System.arraycopy(gaps, 0, rest, 0, gap);
        System.arraycopy(gaps, gap + 2, rest, gap, rest.length - gap);
        return rest;
    }

    private static long[] with(long[] pairs, int at, long from, long to) {
        long[] more = new long[pairs.length + 2];
        System.arraycopy(pairs, 0, more, 0, at);
        more[at] = from;
        more[at + 1] = to;
        System.arraycopy(pairs, at, more, at + 2, pairs.length - at);
        return more;
    }
}
