// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collections;
import java.util.List;

/**
 * When a fence holds, within its effective time: whenever one of its periods does. A state type:
 * components are only ever added.
 *
 * <p>A period lasts from the first time that the clock of its zone shows its first minute until the
 * last time that it shows its last one. So a night in which clocks are set back is an hour longer,
 * and one in which they are set forward an hour shorter; a minute that is left out counts as the
 * one at which the clock goes on.
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

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Stands for longer than anybody looks back. */
    public static final long LONG_AGO = Long.MIN_VALUE + 1;

    /** As far back as beginnings are looked for: no day of the week is further away. */
    private static final int LOOK_BACK_DAYS = 9;

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

    /** Whether it holds at a time, ms. */
    public boolean holds(long time) {
        return begin(time) != NEVER;
    }

    /**
     * Since when it holds at a time without a break, ms; {@link #NEVER} where it does not hold,
     * {@link #LONG_AGO} where it has held for more than a week.
     */
    public long holdsSince(long time) {
        long earliest = begin(time);
        long longest = time - LOOK_BACK_DAYS * 86_400_000L;
        while (earliest != NEVER) {
            // What ends where another begins goes on.
            long before = begin(earliest - 1);
            if (before == NEVER) {
                return earliest;
            }
            if (before < longest) {
                return LONG_AGO;
            }
            earliest = before;
        }
        return NEVER;
    }

    /**
     * When it ends that holds at a time, ms; that time where it does not hold. What ends where
     * another begins goes on.
     *
     * @param time since when it holds
     * @param latest beyond which nobody asks
     */
    public long end(long time, long latest) {
        long end = time;
        long next = endOfPeriods(end);
        while (next != NEVER && end < latest) {
            end = next;
            next = endOfPeriods(end);
        }
        return end;
    }

    /** The latest end of the periods that hold at a time, or NEVER. */
    private long endOfPeriods(long time) {
        ZoneRules rules = rules();
        LocalDate day = dayOf(time, rules);
        long latest = NEVER;
        for (int back = 0; back <= 1; back++) {
            LocalDate date = day.minusDays(back);
            for (int i = 0; i < periods.size(); i++) {
                Period period = periods.get(i);
                if (isOn(period, date) && clock(rules, date, period.fromMinute, false) <= time) {
                    long end = clock(rules, date, period.toMinute, true);
                    latest = time < end ? Math.max(latest, end) : latest;
                }
            }
        }
        return latest;
    }

    /** The earliest beginning of the periods that hold at a time, or NEVER. */
    private long begin(long time) {
        ZoneRules rules = rules();
        LocalDate day = dayOf(time, rules);
        long earliest = NEVER;
        // Begun today, or yesterday and not over.
        for (int back = 0; back <= 1; back++) {
            LocalDate date = day.minusDays(back);
            for (int i = 0; i < periods.size(); i++) {
                Period period = periods.get(i);
                if (!isOn(period, date)) {
                    continue;
                }
                long begin = clock(rules, date, period.fromMinute, false);
                boolean holds = begin <= time && time < clock(rules, date, period.toMinute, true);
                if (holds && (earliest == NEVER || begin < earliest)) {
                    earliest = begin;
                }
            }
        }
        return earliest;
    }

    private boolean isOn(Period period, LocalDate date) {
        boolean holiday =
                !holidays.isEmpty()
                        && Collections.binarySearch(holidays, (int) date.toEpochDay()) >= 0;
        int bit = holiday ? HOLIDAY : 1 << (date.getDayOfWeek().getValue() - 1);
        return (period.days & bit) != 0;
    }

    private ZoneRules rules() {
        return ZoneId.of(timeZone).getRules();
    }

    private static LocalDate dayOf(long time, ZoneRules rules) {
        Instant instant = Instant.ofEpochMilli(time);
        return LocalDateTime.ofInstant(instant, rules.getOffset(instant)).toLocalDate();
    }

    /** When the clock shows a minute of a day, ms: for the first or the last time. */
    private static long clock(ZoneRules rules, LocalDate date, int minute, boolean last) {
        LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toEpochSecond(rules.getOffset(local)) * 1000;
        }
        if (change.isGap()) {
            return change.toEpochSecond() * 1000;
        }
        ZoneOffset offset = last ? change.getOffsetAfter() : change.getOffsetBefore();
        return local.toEpochSecond(offset) * 1000;
    }
}
