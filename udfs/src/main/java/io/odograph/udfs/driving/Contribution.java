// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import java.io.Serializable;

/**
 * What happened between two records, to be shared out to minutes. One object serves all records of
 * a thread.
 */
final class Contribution implements Serializable {

    private static final long serialVersionUID = 1;

    private long from;
    private long passed;
    private long distance;
    private boolean moved;
    private boolean idles;
    private boolean unknown;
    private int handled;
    private int unbelted;

    /**
     * Between two records.
     *
     * @param last the one before
     * @param now the one that follows, later
     * @param driven distance between them, mm
     * @param hasMoved whether the vehicle moved
     * @param isUnknown whether they are too far apart to tell
     */
    void set(Reading last, Reading now, long driven, boolean hasMoved, boolean isUnknown) {
        from = last.time;
        passed = now.time - last.time;
        distance = driven;
        moved = hasMoved;
        idles = !hasMoved && last.running && now.running;
        unknown = isUnknown;
        handled = now.handled;
        unbelted = now.unbelted;
    }

    /** Mean speed, km/h. */
    float speed() {
        return (float) (distance * 3.6 / passed);
    }

    /** Adds what falls between two times to sums, of a minute or of a trip in that minute. */
    void addTo(DrivingTotals totals, OpenMinute minute, long begin, long end) {
        // Differences of whole numbers, so that the parts add up to the whole.
        long driven = until(end) - until(begin);
        long millis = end - begin;
        totals.distance += driven;
        totals.unknown += unknown ? millis : 0;
        totals.idle += idles ? millis : 0;
        if (!moved) {
            return;
        }
        totals.moving += millis;
        if (minute.night) {
            totals.night += millis;
            totals.nightDistance += driven;
        }
        if (minute.rush) {
            totals.rush += millis;
            totals.rushDistance += driven;
        }
        if (handled >= 0) {
            totals.phoneKnown += millis;
            totals.phone += handled * millis;
        }
        if (unbelted >= 0) {
            totals.beltKnown += millis;
            totals.unbelted += unbelted * millis;
        }
    }

    private long until(long time) {
        return distance * (time - from) / passed;
    }
}
