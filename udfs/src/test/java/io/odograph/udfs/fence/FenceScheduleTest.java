// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.fence.FenceSchedule.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FenceScheduleTest {

    private static final String BERLIN = "Europe/Berlin";
    private static final int EVERY_DAY = 0xFF;
    private static final int WEEKDAYS = 0x1F;

    private static FenceSchedule schedule(int days, int from, int to) {
        return new FenceSchedule(List.of(new Period(days, from, to)), BERLIN, List.of());
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    @Test
    void itHoldsFromItsFirstMinuteUntilBeforeItsLast() {
        FenceSchedule work = schedule(WEEKDAYS, 8 * 60, 17 * 60);

        // A Monday in winter: an hour ahead of UTC.
        assertThat(work.holds(at("2026-03-02T06:59:59.999Z"))).isFalse();
        assertThat(work.holds(at("2026-03-02T07:00:00Z"))).isTrue();
        assertThat(work.holds(at("2026-03-02T15:59:59.999Z"))).isTrue();
        assertThat(work.holds(at("2026-03-02T16:00:00Z"))).isFalse();
        assertThat(work.holds(at("2026-03-01T10:00:00Z"))).as("Sunday").isFalse();
        assertThat(work.holdsSince(at("2026-03-02T12:00:00Z")))
                .isEqualTo(at("2026-03-02T07:00:00Z"));
        assertThat(work.holdsSince(at("2026-03-02T20:00:00Z"))).isEqualTo(FenceSchedule.NEVER);
        assertThat(work.end(at("2026-03-02T12:00:00Z"), Long.MAX_VALUE))
                .isEqualTo(at("2026-03-02T16:00:00Z"));
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        FenceSchedule friday = schedule(1 << 4, 22 * 60, 30 * 60);

        assertThat(friday.holds(at("2026-03-06T21:30:00Z"))).isTrue();
        assertThat(friday.holds(at("2026-03-07T04:30:00Z"))).isTrue();
        assertThat(friday.holds(at("2026-03-07T05:00:00Z"))).isFalse();
        assertThat(friday.holds(at("2026-03-07T21:30:00Z"))).isFalse();
        assertThat(friday.holdsSince(at("2026-03-07T04:30:00Z")))
                .isEqualTo(at("2026-03-06T21:00:00Z"));
    }

    @Test
    void aNightInWhichClocksAreSetBackIsAnHourLonger() {
        // 25 October 2026: 03:00 becomes 02:00 at 01:00 UTC.
        FenceSchedule night = schedule(EVERY_DAY, 60, 150);

        assertThat(night.holdsSince(at("2026-10-25T01:29:59Z")))
                .as("02:29:59 for the second time")
                .isEqualTo(at("2026-10-24T23:00:00Z"));
        assertThat(night.holds(at("2026-10-25T00:45:00Z"))).as("02:45 for the first time").isTrue();
        assertThat(night.holds(at("2026-10-25T01:30:00Z"))).isFalse();
    }

    @Test
    void aNightInWhichClocksAreSetForwardIsAnHourShorter() {
        // 29 March 2026: 02:00 becomes 03:00 at 01:00 UTC.
        assertThat(schedule(EVERY_DAY, 150, 240).holdsSince(at("2026-03-29T01:10:00Z")))
                .isEqualTo(at("2026-03-29T01:00:00Z"));
        assertThat(schedule(EVERY_DAY, 60, 150).holds(at("2026-03-29T00:59:59Z"))).isTrue();
        assertThat(schedule(EVERY_DAY, 60, 150).holds(at("2026-03-29T01:00:00Z"))).isFalse();
        assertThat(schedule(EVERY_DAY, 125, 170).holds(at("2026-03-29T01:00:00Z"))).isFalse();
    }

    @Test
    void aHolidayIsNoWeekday() {
        int easterMonday = (int) LocalDate.of(2026, 4, 6).toEpochDay();
        Period work = new Period(WEEKDAYS, 8 * 60, 17 * 60);
        Period rest = new Period(FenceSchedule.HOLIDAY, 10 * 60, 12 * 60);
        FenceSchedule schedule =
                new FenceSchedule(List.of(work, rest), BERLIN, List.of(easterMonday));

        assertThat(schedule.holds(at("2026-04-06T07:00:00Z"))).isFalse();
        assertThat(schedule.holds(at("2026-04-06T08:00:00Z"))).isTrue();
        assertThat(schedule.holds(at("2026-04-07T07:00:00Z"))).isTrue();
    }

    @Test
    void whatEndsWhereAnotherBeginsGoesOn() {
        FenceSchedule always = schedule(0x7F, 0, 1_440);
        FenceSchedule weekend = schedule(0x60, 0, 1_440);

        assertThat(always.holdsSince(at("2026-03-29T12:00:00Z"))).isEqualTo(FenceSchedule.LONG_AGO);
        assertThat(weekend.holdsSince(at("2026-03-08T12:00:00Z")))
                .isEqualTo(at("2026-03-06T23:00:00Z"));
    }

    @Test
    void itHoldsExactlyBetweenItsBeginningsAndEnds() {
        FenceSchedule schedule =
                new FenceSchedule(
                        List.of(new Period(0x55, 1_300, 1_700), new Period(0x2A, 100, 200)),
                        "America/New_York",
                        List.of());
        ZoneId zone = ZoneId.of("America/New_York");
        SplittableRandom random = new SplittableRandom(3);
        long year = at("2026-01-01T00:00:00Z");
        for (int i = 0; i < 20_000; i++) {
            long time = year + random.nextLong(365L * 86_400) * 1_000;
            LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
            int day = local.getMonthValue() * 100 + local.getDayOfMonth();
            if (day == 308 || day == 1101) {
                // Clocks are set.
                continue;
            }
            long since = schedule.holdsSince(time);
            assertThat(schedule.holds(time))
                    .as(local.toString())
                    .isEqualTo(plain(schedule, local))
                    .isEqualTo(since != FenceSchedule.NEVER);
            if (since != FenceSchedule.NEVER) {
                assertThat(schedule.holds(since)).isTrue();
                assertThat(schedule.holds(since - 1)).isFalse();
            }
            long end = schedule.end(time, Long.MAX_VALUE);
            assertThat(schedule.holds(end)).isFalse();
            assertThat(end).isGreaterThanOrEqualTo(time);
            if (end > time) {
                assertThat(schedule.holdsSince(end - 1)).isEqualTo(since);
            }
        }
    }

    private static boolean plain(FenceSchedule schedule, LocalDateTime local) {
        for (Period period : schedule.periods()) {
            int minute = local.getHour() * 60 + local.getMinute();
            for (int back = 0; back <= 1; back++) {
                int day = local.minusDays(back).getDayOfWeek().getValue() - 1;
                int since = minute + back * 1_440;
                if ((period.days() >> day & 1) == 1
                        && period.fromMinute() <= since
                        && since < period.toMinute()) {
                    return true;
                }
            }
        }
        return false;
    }
}
