// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Month;
import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import io.odograph.udfs.road.Schedule;
import io.odograph.udfs.road.Schedule.Period;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schedules from texts in the syntax of opening hours. Understood are times of day, weekdays and
 * days of the year; holidays, sunset, years, weeks and the second Monday of a month are not: a
 * limit that depends on them is better left out than applied at the wrong time.
 */
final class Schedules {

    private static final int YEAR_BEGIN = 101;
    private static final int YEAR_END = 1231;
    private static final int LEAP_YEAR = 2024;

    private static final List<WeekDay> WEEKDAYS = List.of(WeekDay.values());
    private static final List<Month> MONTHS = List.of(Month.values());

    private Schedules() {}

    /** Reads a schedule, or null if it says anything that cannot be evaluated. */
    static @Nullable Schedule of(String text) {
        List<Period> periods = new ArrayList<>();
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (Rule rule : new OpeningHoursParser(new ByteArrayInputStream(bytes)).rules(false)) {
                if (!isEvaluable(rule) || !add(rule, periods)) {
                    return null;
                }
            }
        } catch (OpeningHoursParseException e) {
            return null;
        }
        return periods.isEmpty() ? null : new Schedule(periods);
    }

    private static boolean isEvaluable(Rule rule) {
        RuleModifier modifier = rule.getModifier();
        return rule.getYears() == null
                && rule.getWeeks() == null
                && rule.getHolidays() == null
                && !rule.isFallBack()
                && rule.getComment() == null
                && (modifier == null
                        || (modifier.getModifier() == RuleModifier.Modifier.OPEN
                                && modifier.getComment() == null));
    }

    private static boolean add(Rule rule, List<Period> periods) {
        List<int[]> dates = dates(rule.getDates());
        int weekdays = weekdays(rule.getDays());
        List<int[]> times = times(rule.getTimes());
        if (dates.isEmpty() || weekdays == 0 || times.isEmpty()) {
            return false;
        }
        for (int[] date : dates) {
            for (int[] time : times) {
                periods.add(new Period(date[0], date[1], weekdays, time[0], time[1]));
            }
        }
        return true;
    }

    /** Empty if one of them cannot be evaluated. */
    private static List<int[]> dates(@Nullable List<DateRange> ranges) {
        if (ranges == null || ranges.isEmpty()) {
            return List.of(new int[] {YEAR_BEGIN, YEAR_END});
        }
        List<int[]> dates = new ArrayList<>();
        for (DateRange range : ranges) {
            DateWithOffset start = range.getStartDate();
            DateWithOffset end = range.getEndDate() == null ? start : range.getEndDate();
            if (!isPlain(start) || !isPlain(end) || range.getInterval() > 0) {
                return List.of();
            }
            dates.add(new int[] {firstDay(start), lastDay(end)});
        }
        return dates;
    }

    private static boolean isPlain(DateWithOffset date) {
        return date.getMonth() != null
                && date.undefinedYear()
                && !date.isOpenEnded()
                && date.getVarDate() == null
                && date.getWeekDayOffset() == null
                && date.getDayOffset() == 0
                && date.getNthWeekDay() == null;
    }

    private static int firstDay(DateWithOffset date) {
        return monthOf(date.getMonth()) * 100 + (date.undefinedDay() ? 1 : date.getDay());
    }

    private static int lastDay(DateWithOffset date) {
        int month = monthOf(date.getMonth());
        int last = YearMonth.of(LEAP_YEAR, month).lengthOfMonth();
        return month * 100 + (date.undefinedDay() ? last : date.getDay());
    }

    private static int monthOf(Month month) {
        return MONTHS.indexOf(month) + 1;
    }

    /** 0 if one of them cannot be evaluated. */
    private static int weekdays(@Nullable List<WeekDayRange> ranges) {
        if (ranges == null || ranges.isEmpty()) {
            return Schedule.EVERY_DAY;
        }
        int weekdays = 0;
        for (WeekDayRange range : ranges) {
            if (range.getNths() != null || range.getOffset() != 0) {
                return 0;
            }
            int first = WEEKDAYS.indexOf(range.getStartDay());
            WeekDay end = range.getEndDay();
            int days = end == null ? 0 : Math.floorMod(WEEKDAYS.indexOf(end) - first, 7);
            for (int i = 0; i <= days; i++) {
                weekdays |= 1 << (first + i) % 7;
            }
        }
        return weekdays;
    }

    /** Empty if one of them cannot be evaluated. */
    private static List<int[]> times(@Nullable List<TimeSpan> spans) {
        if (spans == null || spans.isEmpty()) {
            return List.of(new int[] {0, Schedule.DAY});
        }
        List<int[]> times = new ArrayList<>();
        for (TimeSpan span : spans) {
            int start = span.getStart();
            int end = span.getEnd();
            if (span.isOpenEnded()
                    || span.getInterval() > 0
                    || span.getStartEvent() != null
                    || span.getEndEvent() != null
                    || start < 0
                    || start >= Schedule.DAY
                    || end < 0) {
                return List.of();
            }
            int until = end <= start ? end + Schedule.DAY : end;
            if (until - start > Schedule.DAY) {
                return List.of();
            }
            times.add(new int[] {start, until});
        }
        return times;
    }
}
