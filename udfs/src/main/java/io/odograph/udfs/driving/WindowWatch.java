// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the minutes and windows of a vehicle, and tells those whose time has passed. Stateless. */
final class WindowWatch implements Serializable {

    private static final long serialVersionUID = 1;

    private final List<WindowSize> sizes;
    private final LocalHours hours;

    WindowWatch(List<WindowSize> sizes, LocalHours hours) {
        this.sizes = sizes;
        this.hours = hours;
    }

    /** The minute around a time, not before those that were closed. */
    OpenMinute minute(DrivingState state, long time, ZoneId zone) {
        List<OpenMinute> minutes = state.minutes;
        long start = Math.floorDiv(time, WindowSize.MINUTE) * WindowSize.MINUTE;
        int at = minutes.size();
        while (at > 0 && minutes.get(at - 1).start >= start) {
            at--;
            if (minutes.get(at).start == start) {
                return minutes.get(at);
            }
        }
        OpenMinute minute = new OpenMinute();
        minute.start = start;
        minute.night = hours.isNight(start, zone);
        minute.rush = hours.isRush(start, zone);
        minutes.add(at, minute);
        for (int i = 0; i < sizes.size(); i++) {
            open(state, sizes.get(i), start, zone);
        }
        return minute;
    }

    private static void open(DrivingState state, WindowSize size, long time, ZoneId zone) {
        long start = size.startOf(time, zone);
        if (find(state, size.minutes(), start) == null) {
            OpenWindow window = new OpenWindow();
            window.minutes = size.minutes();
            window.zone = zone.getId();
            window.start = start;
            window.end = size.endOf(time, zone);
            state.windows.add(window);
        }
    }

    private static @Nullable OpenWindow find(DrivingState state, int minutes, long start) {
        for (int i = state.windows.size() - 1; i >= 0; i--) {
            OpenWindow window = state.windows.get(i);
            if (window.minutes == minutes && window.start == start) {
                return window;
            }
        }
        return null;
    }

    /** Closes what ends at or before a time: nothing of it comes any more but late. */
    void close(DrivingState state, long until, Consumer<WindowFacts> told) {
        long closed = Math.floorDiv(until, WindowSize.MINUTE) * WindowSize.MINUTE;
        if (closed <= state.closedUntil) {
            return;
        }
        state.closedUntil = closed;
        while (!state.minutes.isEmpty()
                && state.minutes.get(0).start + WindowSize.MINUTE <= until) {
            add(state, state.minutes.remove(0));
        }
        for (int i = 0; i < state.windows.size(); i++) {
            OpenWindow window = state.windows.get(i);
            if (window.end <= until) {
                state.windows.remove(i--);
                tell(window, window.totals, told);
            }
        }
    }

    private static void add(DrivingState state, OpenMinute minute) {
        DrivingTotals totals = minute.flush();
        for (int i = 0; i < state.windows.size(); i++) {
            OpenWindow window = state.windows.get(i);
            if (window.start <= minute.start && minute.start < window.end) {
                window.totals.add(totals);
            }
        }
    }

    /** The vehicle is heard of again: what was told in silence may change. */
    static void breakSilence(DrivingState state) {
        if (state.silent) {
            state.silent = false;
            for (int i = 0; i < state.windows.size(); i++) {
                state.windows.get(i).told = false;
            }
        }
    }

    /** Tells, in silence, the windows that end at or before a time; they may still go on. */
    void tellSilent(DrivingState state, long until, Consumer<WindowFacts> told) {
        for (int i = 0; i < state.windows.size(); i++) {
            OpenWindow window = state.windows.get(i);
            if (window.end <= until && !window.told) {
                window.told = true;
                state.silent = true;
                DrivingTotals totals = new DrivingTotals();
                totals.add(window.totals);
                for (int j = 0; j < state.minutes.size(); j++) {
                    OpenMinute minute = state.minutes.get(j);
                    if (window.start <= minute.start && minute.start < window.end) {
                        totals.add(minute.flush());
                    }
                }
                tell(window, totals, told);
            }
        }
    }

    /** The earliest end of a window that was not told, or {@link Long#MAX_VALUE}. */
    static long nextEnd(DrivingState state) {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < state.windows.size(); i++) {
            OpenWindow window = state.windows.get(i);
            next = window.told ? next : Math.min(next, window.end);
        }
        return next;
    }

    private static void tell(OpenWindow window, DrivingTotals totals, Consumer<WindowFacts> told) {
        if (!totals.isEmpty()) {
            told.accept(
                    new WindowFacts(
                            new WindowSize(window.minutes),
                            window.start,
                            window.end,
                            window.zone,
                            totals));
        }
    }
}
