// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of the day that count apart, by the vehicle's local clock.
 *
 * @param nightFrom hour at which the night begins, 0..23; 23 as Tesla's Safety Score
 * @param nightTo hour at which it ends, 0..23; 5
 * @param morningFrom hour at which the rush of the morning begins on Mondays to Fridays, 0..23
 * @param morningTo hour at which it ends
 * @param eveningFrom hour at which that of the evening begins
 * @param eveningTo hour at which it ends
 */
public record LocalHours(
        int nightFrom, int nightTo, int morningFrom, int morningTo, int eveningFrom, int eveningTo)
        implements Serializable {

    /** Night from 23 to 5 h, rush from 7 to 9 and from 16 to 19 h. */
    public static final LocalHours DEFAULTS = new LocalHours(23, 5, 7, 9, 16, 19);

    /** Whether it is night. */
    public boolean isNight(long time, ZoneId zone) {
        return isWithin(local(time, zone).getHour(), nightFrom, nightTo);
    }

    /** Whether it is a rush hour. */
    public boolean isRush(long time, ZoneId zone) {
        ZonedDateTime local = local(time, zone);
        if (local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            return false;
        }
        int hour = local.getHour();
        return isWithin(hour, morningFrom, morningTo) || isWithin(hour, eveningFrom, eveningTo);
    }

    private static ZonedDateTime local(long time, ZoneId zone) {
        return Instant.ofEpochMilli(time).atZone(zone);
    }

    private static boolean isWithin(int hour, int from, int to) {
        return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
    }
}
