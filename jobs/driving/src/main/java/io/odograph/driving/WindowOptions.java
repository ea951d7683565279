// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.config.ConfigReader;
import io.odograph.udfs.driving.LocalHours;
import io.odograph.udfs.driving.WindowSize;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what options say of windows and of the hours of the day. */
final class WindowOptions {

    private static final int MOST_SIZES = 5;

    private static final Pattern SIZES = Pattern.compile("\\d{1,4}(\\s*,\\s*\\d{1,4})*");
    private static final String HOURS = "([01]?\\d|2[0-3])\\s*-\\s*([01]?\\d|2[0-3])";
    private static final Pattern NIGHT = Pattern.compile(HOURS);
    private static final Pattern RUSH = Pattern.compile(HOURS + "\\s*,\\s*" + HOURS);

    private WindowOptions() {}

    /** Sizes of the windows; problems stay with the reader. */
    static List<WindowSize> sizes(ConfigReader reader) {
        String text = reader.text(DrivingOptions.WINDOWS).strip();
        List<WindowSize> sizes = new ArrayList<>();
        if (SIZES.matcher(text).matches()) {
            for (String part : text.split(",", -1)) {
                sizes.add(new WindowSize(Integer.parseInt(part.strip())));
            }
        }
        boolean divide =
                sizes.stream()
                        .allMatch(
                                size -> size.minutes() > 0 && WindowSize.DAY % size.minutes() == 0);
        if (sizes.isEmpty()
                || sizes.size() > MOST_SIZES
                || !divide
                || sizes.stream().distinct().count() < sizes.size()) {
            reader.problem(
                    DrivingOptions.WINDOWS.key()
                            + ": must be 1 to "
                            + MOST_SIZES
                            + " different divisors of 1440 with commas between them, is \""
                            + text
                            + '"');
            return List.of();
        }
        return sizes;
    }

    /** Time zone of vehicles whose profile names none; problems stay with the reader. */
    static ZoneId zone(ConfigReader reader) {
        String text = reader.text(DrivingOptions.TIME_ZONE).strip();
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            reader.problem(
                    DrivingOptions.TIME_ZONE.key()
                            + ": must be an IANA name such as Europe/Berlin, is \""
                            + text
                            + '"');
            return ZoneId.of("UTC");
        }
        return ZoneId.of(text);
    }

    /** Night and rush hours; problems stay with the reader. */
    static LocalHours hours(ConfigReader reader) {
        Matcher night = NIGHT.matcher(reader.text(DrivingOptions.NIGHT).strip());
        Matcher rush = RUSH.matcher(reader.text(DrivingOptions.RUSH).strip());
        if (!night.matches()) {
            reader.problem(DrivingOptions.NIGHT.key() + ": must be two hours such as 23-5");
            return LocalHours.DEFAULTS;
        }
        if (!rush.matches()) {
            reader.problem(
                    DrivingOptions.RUSH.key() + ": must be two spans of hours such as 7-9,16-19");
            return LocalHours.DEFAULTS;
        }
        return new LocalHours(
                hour(night, 1),
                hour(night, 2),
                hour(rush, 1),
                hour(rush, 2),
                hour(rush, 3),
                hour(rush, 4));
    }

    private static int hour(Matcher hours, int group) {
        return Integer.parseInt(hours.group(group));
    }
}
