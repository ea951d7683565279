// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import static io.odograph.udfs.clock.GpsWeekRollover.CYCLE_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GpsWeekRolloverTest {

    static final long DAY = 86_400_000;
    static final long TOLERANCE = 30 * DAY;
    static final long RECEIVED = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();

    @Test
    void aCycleIs1024Weeks() {
        assertThat(CYCLE_MILLIS).isEqualTo(619_315_200_000L);
        assertThat(Instant.parse("1999-08-22T00:00:00Z").toEpochMilli() + CYCLE_MILLIS)
                .isEqualTo(Instant.parse("2019-04-07T00:00:00Z").toEpochMilli());
    }

    @Test
    void aTimeOneCycleBehindIsCorrected() {
        long time = Instant.parse("2007-04-06T12:00:00Z").toEpochMilli();

        assertThat(Instant.ofEpochMilli(GpsWeekRollover.correct(time, RECEIVED, TOLERANCE)))
                .isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
    }

    @Test
    void aTimeJustOutsideTheToleranceStays() {
        long early = RECEIVED - CYCLE_MILLIS - TOLERANCE;
        long late = RECEIVED - CYCLE_MILLIS + TOLERANCE;

        assertThat(GpsWeekRollover.correct(early, RECEIVED, TOLERANCE))
                .isEqualTo(early + CYCLE_MILLIS);
        assertThat(GpsWeekRollover.correct(early - 1, RECEIVED, TOLERANCE)).isEqualTo(early - 1);
        assertThat(GpsWeekRollover.correct(late, RECEIVED, TOLERANCE))
                .isEqualTo(late + CYCLE_MILLIS);
        assertThat(GpsWeekRollover.correct(late + 1, RECEIVED, TOLERANCE)).isEqualTo(late + 1);
    }

    @Test
    void threeCyclesAreNotBelieved() {
        long time = RECEIVED - 3 * CYCLE_MILLIS;

        assertThat(GpsWeekRollover.correct(time, RECEIVED, TOLERANCE)).isEqualTo(time);
    }

    @Test
    void extremeTimesStay() {
        for (long time : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + RECEIVED, Long.MAX_VALUE}) {
            assertThat(GpsWeekRollover.correct(time, RECEIVED, TOLERANCE)).isEqualTo(time);
        }
        // The difference of these two wraps around to exactly one cycle.
        long ahead = Long.MAX_VALUE;
        long received = ahead + CYCLE_MILLIS;
        assertThat(GpsWeekRollover.correct(ahead, received, TOLERANCE)).isEqualTo(ahead);
    }

    @Property
    void aTimeThatLostWholeCyclesComesBackAndOthersStay(
            @ForAll @LongRange(min = -TOLERANCE, max = TOLERANCE) long delay,
            @ForAll @IntRange(max = 2) int cycles) {
        long truth = RECEIVED - delay;

        assertThat(GpsWeekRollover.correct(truth - cycles * CYCLE_MILLIS, RECEIVED, TOLERANCE))
                .isEqualTo(truth);
    }
}
