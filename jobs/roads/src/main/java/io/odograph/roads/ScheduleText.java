// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.udfs.road.Schedule;
import io.odograph.udfs.road.Schedule.Period;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Schedules as people read them. */
final class ScheduleText {

    private static final int YEAR_BEGIN = 101;
    private static final int YEAR_END = 1231;

    private ScheduleText() {}

    static String of(Schedule schedule) {
        return schedule.periods().stream().map(ScheduleText::of).collect(Collectors.joining(", "));
    }

    private static String of(Period period) {
        List<String> parts = new ArrayList<>();
        if (period.fromDay() != YEAR_BEGIN || period.toDay() != YEAR_END) {
            parts.add(day(period.fromDay()) + " to " + day(period.toDay()));
        }
        if (period.weekdays() != Schedule.EVERY_DAY) {
            parts.add(weekdays(period.weekdays()));
        }
        if (period.fromMinute() != 0 || period.toMinute() != Schedule.DAY) {
            parts.add(time(period.fromMinute()) + "-" + time(period.toMinute()));
        }
        return parts.isEmpty() ? "always" : String.join(" ", parts);
    }

    private static String day(int day) {
        return Month.of(day / 100).getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                + " "
                + day % 100;
    }

    private static String weekdays(int bits) {
        List<String> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((bits >> (day.getValue() - 1) & 1) == 1) {
                days.add(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
            }
        }
        return String.join(" ", days);
    }

    private static String time(int minute) {
        int ofDay = minute > Schedule.DAY ? minute - Schedule.DAY : minute;
        return String.format(Locale.ROOT, "%02d:%02d", ofDay / 60, ofDay % 60);
    }
}
