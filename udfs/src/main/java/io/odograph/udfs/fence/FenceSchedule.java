// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;
import java.util.List;

/**
 * When a fence holds, within its effective time: whenever one of its periods does, in local time. A
 * state type: components are only ever added.
 *
 * @param periods one or more
 * @param timeZone IANA time zone, such as Europe/Berlin
 * @param holidays days that count as no weekday but as {@link #HOLIDAY}, as days since 1970-01-01,
 *     ascending
 */
public record FenceSchedule(List<Period> periods, String timeZone, List<Integer> holidays)
        implements Serializable {

    /** Bit of the days of a period that stands for holidays; bit 0 is Monday, bit 6 Sunday. */
    public static final int HOLIDAY = 1 << 7;

    /** Minutes of a day. */
    public static final int DAY = 24 * 60;

    /**
     * A part of some days.
     *
     * @param days bit 0 Monday to bit 6 Sunday, bit 7 {@link #HOLIDAY}
     * @param fromMinute minute of the day by the clock, 0 to 1439, inclusive
     * @param toMinute minute, exclusive, above the first one and at most a day later: beyond 1440
     *     it lasts into the next day, and belongs to the day on which it began
     */
    public record Period(int days, int fromMinute, int toMinute) implements Serializable {}

    /** Copies the lists. */
    public FenceSchedule {
        periods = List.copyOf(periods);
        holidays = List.copyOf(holidays);
    }
}
