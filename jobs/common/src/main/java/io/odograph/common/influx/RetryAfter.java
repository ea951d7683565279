// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header Retry-After (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /**
     * The wait that a server asks for, in ms; 0 where it asks for none or cannot be understood.
     *
     * @param value the header, or null
     * @param date the header Date, by which a date is taken where it is there, so that the two
     *     clocks need not agree; or null
     * @param now the own clock, ms since the epoch
     */
    static long millis(@Nullable String value, @Nullable String date, long now) {
        if (value == null) {
            return 0;
        }
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(text) * 1000;
        }
        Instant until = instant(text);
        Instant from = date == null ? null : instant(date.strip());
        if (until == null) {
            return 0;
        }
        return Math.max(0, until.toEpochMilli() - (from == null ? now : from.toEpochMilli()));
    }

    private static @Nullable Instant instant(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
