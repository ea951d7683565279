// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.List;

/**
 * When a conditional limit holds, in the road's local time: whenever one of its periods does. A
 * state type: components are only ever added.
 *
 * @param periods one or more
 */
public record Schedule(List<Period> periods) implements Serializable {

    /** All weekdays. */
    public static final int EVERY_DAY = 0x7F;

    /** Minutes of a day. */
    public static final int DAY = 24 * 60;

    /** Copies the list. */
    public Schedule {
        periods = List.copyOf(periods);
    }

    /**
     * Days of the year and of the week, and a part of these days.
     *
     * @param fromDay first day of the year as month * 100 + day, inclusive; 101 for all
     * @param toDay last day, inclusive; 1231 for all; before the first one if over the turn of the
     *     year
     * @param weekdays bit 0 Monday to bit 6 Sunday
     * @param fromMinute minute of the day, 0 to 1439, inclusive
     * @param toMinute minute, exclusive, above the first one and at most a day later: beyond 1440
     *     it lasts into the next day, and belongs to the day on which it began
     */
    public record Period(int fromDay, int toDay, int weekdays, int fromMinute, int toMinute)
            implements Serializable {

        boolean contains(LocalDateTime time) {
            int minute = time.getHour() * 60 + time.getMinute();
            return (within(minute) && isOn(time))
                    || (within(minute + DAY) && isOn(time.minusDays(1)));
        }

        private boolean within(int minute) {
            return fromMinute <= minute && minute < toMinute;
        }

        private boolean isOn(LocalDateTime time) {
            int day = time.getMonthValue() * 100 + time.getDayOfMonth();
            boolean inSeason =
                    fromDay <= toDay
                            ? fromDay <= day && day <= toDay
                            : fromDay <= day || day <= toDay;
            return inSeason && (weekdays >> (time.getDayOfWeek().getValue() - 1) & 1) == 1;
        }
    }

    /** Whether it holds at a local time. */
    public boolean contains(LocalDateTime time) {
        for (int i = 0; i < periods.size(); i++) {
            if (periods.get(i).contains(time)) {
                return true;
            }
        }
        return false;
    }
}
