// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.driving.WindowFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * What scores need of a local day of a vehicle: some 120 bytes. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class ScoreDay {

    private static final long MINUTE = 60_000;

    /** Its start, which identifies it, ms. */
    public long start;

    /** Its date by the local clock, days since 1970-01-01. */
    public int date;

    /** Revision in which it was told last. */
    public int revision;

    /** Its length, minutes, 23 to 25 hours; 0 where it turned out not to have been. */
    public short minutes;

    /** Distance driven, mm. */
    public long distance;

    /** Distance at night, mm. */
    public long nightDistance;

    /** Distance in the rush hours, mm. */
    public long rushDistance;

    /** Time in motion, ms. */
    public int moving;

    /** Time in motion with the phone in a hand, ms. */
    public int phone;

    /** Time in motion of which that is known, ms. */
    public int phoneKnown;

    /** Time in motion with the driver's belt open, ms. */
    public int unbelted;

    /** Time in motion of which that is known, ms. */
    public int beltKnown;

    /** Highest speed, km/h, or NaN. */
    public float maxSpeed = Float.NaN;

    /** Harsh events as {@link Exposure#slot} counts them. */
    public int[] harsh = new int[Exposure.SLOTS];

    /** What scores need of a day. */
    static ScoreDay of(WindowFacts window, int revision) {
        DrivingTotals totals = window.totals();
        ScoreDay day = new ScoreDay();
        day.start = window.start();
        day.minutes = (short) ((window.end() - window.start()) / MINUTE);
        day.revision = revision;
        day.date =
                (int)
                        Instant.ofEpochMilli(window.start())
                                .atZone(ZoneId.of(window.zone()))
                                .toLocalDate()
                                .toEpochDay();
        day.distance = totals.distance;
        day.nightDistance = totals.nightDistance;
        day.rushDistance = totals.rushDistance;
        day.moving = whole(totals.moving);
        day.phone = whole(totals.phone);
        day.phoneKnown = whole(totals.phoneKnown);
        day.unbelted = whole(totals.unbelted);
        day.beltKnown = whole(totals.beltKnown);
        day.maxSpeed = totals.maxSpeed;
        Exposure.count(totals, day.harsh);
        return day;
    }

    /** A day has at most 25 hours, which is 90 million ms. */
    private static int whole(long millis) {
        return (int) Math.min(Integer.MAX_VALUE, millis);
    }

    /** Whether it turned out not to have been. */
    boolean isGone() {
        return minutes == 0;
    }

    /** Its end, ms. */
    long end() {
        return start + minutes * MINUTE;
    }

    /** Whether scores that were made of the other would be the same. */
    boolean addsUpAs(ScoreDay other) {
        return minutes == other.minutes
                && distance == other.distance
                && nightDistance == other.nightDistance
                && rushDistance == other.rushDistance
                && moving == other.moving
                && phone == other.phone
                && phoneKnown == other.phoneKnown
                && unbelted == other.unbelted
                && beltKnown == other.beltKnown
                && Float.compare(maxSpeed, other.maxSpeed) == 0
                && Arrays.equals(harsh, other.harsh);
    }
}
