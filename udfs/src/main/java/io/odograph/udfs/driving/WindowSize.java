// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Size of the windows of one kind: whole minutes that divide a day, or a local day.
 *
 * @param minutes minutes; {@link #DAY} for a day in the vehicle's time zone, of 23 to 25 hours
 */
public record WindowSize(int minutes) implements Serializable {

    /** Minutes of a day. */
    public static final int DAY = 1_440;

    static final long MINUTE = 60_000;

    /** Whether it is a day by the local clock. */
    public boolean isDay() {
        return minutes == DAY;
    }

    /** As a duration of ISO 8601, such as PT15M and P1D. */
    public String label() {
        return isDay() ? "P1D" : "PT" + minutes + "M";
    }

    /** Start of the window around a time, ms. */
    public long startOf(long time, ZoneId zone) {
        if (isDay()) {
            return day(time, zone).atStartOfDay(zone).toInstant().toEpochMilli();
        }
        return Math.floorDiv(time, minutes * MINUTE) * minutes * MINUTE;
    }

    /** End of the window around a time, ms, which is not part of it. */
    public long endOf(long time, ZoneId zone) {
        if (isDay()) {
            return day(time, zone).plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        }
        return startOf(time, zone) + minutes * MINUTE;
    }

    private static LocalDate day(long time, ZoneId zone) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    }
}
