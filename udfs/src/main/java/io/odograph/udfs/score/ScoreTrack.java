// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is remembered of a vehicle for its scores: thirty days and one more, since a day that has
 * ended may still be revised, and the last trips. Some 120 bytes for each day, 4 kB at most.
 * Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class ScoreTrack {

    /** Stands for no time. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Days that a rolling score is of. */
    static final int WINDOW = 30;

    /** Days that are kept: the last two can be scored over thirty. */
    private static final int KEPT = WINDOW + 1;

    /** More there are only where the time zone changes, and two days have one date. */
    private static final int MOST_DAYS = KEPT + 1;

    private static final int MOST_TRIPS = 8;

    /** The days, in the order of their starts. */
    public List<ScoreDay> days = new ArrayList<>(1);

    /** How many trips are remembered. */
    public int trips;

    /** Starts of the last trips that were scored, ms. */
    public long[] tripStarts = {};

    /** Stands for what each was. */
    public long[] tripDigests = {};

    /** Receive time at which anything was last told of the vehicle, ms. */
    public long lastAt = NEVER;

    /** Time at which it is looked whether the vehicle can be forgotten, ms; 0: none is set. */
    public long forgetAt;

    /** Place of the day that starts then, or -1. */
    int find(long start) {
        for (int i = days.size() - 1; i >= 0; i--) {
            if (days.get(i).start == start) {
                return i;
            }
        }
        return -1;
    }

    /** Takes a day in, and forgets those that are too old; false if it is too old itself. */
    boolean put(ScoreDay day) {
        int known = find(day.start);
        if (known >= 0) {
            days.set(known, day);
            return true;
        }
        if (!days.isEmpty() && day.date <= newest() - KEPT) {
            return false;
        }
        int at = days.size();
        while (at > 0 && days.get(at - 1).start > day.start) {
            at--;
        }
        days.add(at, day);
        int oldest = newest() - KEPT;
        days.removeIf(kept -> kept.date <= oldest);
        if (days.size() > MOST_DAYS) {
            days.remove(0);
        }
        return true;
    }

    private int newest() {
        int newest = Integer.MIN_VALUE;
        for (ScoreDay day : days) {
            newest = Math.max(newest, day.date);
        }
        return newest;
    }

    /** Whether all days are still kept that the rolling score of a day is of. */
    boolean canRoll(ScoreDay day) {
        return day.date - WINDOW >= newest() - KEPT;
    }

    /** The days that the rolling score of a day is of, also those that are gone. */
    List<ScoreDay> upTo(ScoreDay last) {
        List<ScoreDay> within = new ArrayList<>();
        for (ScoreDay day : days) {
            if (day.date <= last.date && day.date > last.date - WINDOW) {
                within.add(day);
            }
        }
        return within;
    }

    /**
     * A trip has been scored.
     *
     * @return whether it was not, or was something else then
     */
    boolean tripIsNews(long start, long digest) {
        int at = trip(start);
        if (at >= 0) {
            boolean changed = tripDigests[at] != digest;
            tripDigests[at] = digest;
            return changed;
        }
        if (trips == MOST_TRIPS) {
            removeTrip(0);
        }
        if (trips == tripStarts.length) {
            tripStarts = Arrays.copyOf(tripStarts, MOST_TRIPS);
            tripDigests = Arrays.copyOf(tripDigests, MOST_TRIPS);
        }
        tripStarts[trips] = start;
        tripDigests[trips++] = digest;
        return true;
    }

    /**
     * A trip turned out not to have been.
     *
     * @return whether it may have been scored
     */
    boolean forgetTrip(long start) {
        int at = trip(start);
        if (at >= 0) {
            removeTrip(at);
            return true;
        }
        return trips == MOST_TRIPS;
    }

    private int trip(long start) {
        for (int i = 0; i < trips; i++) {
            if (tripStarts[i] == start) {
                return i;
            }
        }
        return -1;
    }

    private void removeTrip(int index) {
        int after = trips - index - 1;
        System.arraycopy(tripStarts, index + 1, tripStarts, index, after);
        System.arraycopy(tripDigests, index + 1, tripDigests, index, after);
        trips--;
    }
}
