// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.crash.CrashRecording.Sample;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

    private static final long START = Drive.START;

    private final Timeline timeline = new Timeline();

    @Test
    void itGrowsWithWhatIsInIt() {
        add(0, 50);
        assertThat(timeline.times).hasSize(8);

        for (int i = 1; i < 60; i++) {
            add(i * 60_000L, 50);
        }
        assertThat(timeline.times).hasSize(8);
        assertThat(timeline.size).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 63, 64, 65, 110, 111, 112, 300, 1_000})
    void itHoldsItsSpanHoweverOftenItWraps(int seconds) {
        for (int i = 0; i < seconds; i++) {
            add(i * 1_000L, i % 300);
        }

        int held = Math.min(seconds, Timeline.SPAN_SECONDS + 1);
        List<Sample> samples = timeline.samples(0, Long.MAX_VALUE);
        assertThat(samples).hasSize(held);
        for (int i = 0; i < held; i++) {
            assertThat(samples.get(i).time()).isEqualTo(START + (seconds - held + i) * 1_000L);
            assertThat(samples.get(i).speed()).isEqualTo((seconds - held + i) % 300);
        }
        assertThat(timeline.times.length).isLessThanOrEqualTo(Timeline.SPAN_SECONDS + 2);
    }

    /** A plain list that keeps what the ring should. */
    @Property(tries = 300)
    void itHoldsWhatAListWould(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Timeline ring = new Timeline();
        List<long[]> list = new ArrayList<>();
        long time = 0;
        for (int i = 0; i < 400; i++) {
            time += random.nextInt(4) == 0 ? random.nextInt(20_000) : random.nextInt(1_500);
            long now = START + time;
            float speed = random.nextInt(200);
            ring.add(record(time, null, null), speed);
            int last = list.size() - 1;
            if (last >= 0 && list.get(last)[0] / 1_000 == now / 1_000) {
                list.remove(last);
            } else {
                list.removeIf(sample -> sample[0] < now - Timeline.SPAN_SECONDS * 1_000L);
            }
            list.add(new long[] {now, (long) speed});

            assertThat(ring.samples(0, Long.MAX_VALUE))
                    .extracting(Sample::time)
                    .containsExactlyElementsOf(list.stream().map(s -> s[0]).toList());
            assertThat(ring.highestSpeed(now - 10_000, now))
                    .isEqualTo(
                            (float)
                                    list.stream()
                                            .filter(s -> s[0] >= now - 10_000)
                                            .mapToLong(s -> s[1])
                                            .max()
                                            .orElseThrow());
        }
    }

    @Test
    void aClockThatGoesToAndFroWithinASecondDoesNotFillIt() {
        for (int i = 0; i < 10_000; i++) {
            add(900, 10);
            add(1_000, 10);
            timeline.moveBack(100);
        }

        assertThat(timeline.size).isLessThanOrEqualTo(Timeline.SPAN_SECONDS + 2);
        assertThat(timeline.times.length).isLessThanOrEqualTo(Timeline.SPAN_SECONDS + 2);
    }

    @Test
    void whatWasBeforeASetBackGoesWithTheClock() {
        add(0, 60);
        add(1_000, 50);
        timeline.moveBack(3_600_000);
        add(-3_598_000, 10);

        assertThat(timeline.highestSpeed(START - 3_600_000, START)).isEqualTo(60);
        assertThat(timeline.samples(0, Long.MAX_VALUE)).hasSize(3);
    }

    @Test
    void theLastReportOfASecondCounts() {
        add(0, 60);
        add(400, 20);
        add(999, Float.NaN);
        add(1_000, 10);

        assertThat(timeline.samples(0, Long.MAX_VALUE))
                .extracting(Sample::speed)
                .containsExactly(20f, 10f);
        assertThat(timeline.samples(0, Long.MAX_VALUE).get(0).time()).isEqualTo(START + 999);
    }

    @Test
    void speedsAreFoundInTheirSpansAndUnknownOnesSkipped() {
        assertThat(timeline.highestSpeed(0, Long.MAX_VALUE)).isNaN();
        assertThat(timeline.slowSince(0, 5)).isEqualTo(CrashState.NEVER);
        float[] speeds = {60, 50, Float.NaN, 3, Float.NaN, 2};
        for (int i = 0; i < speeds.length; i++) {
            add(i * 1_000L, speeds[i]);
        }

        assertThat(timeline.highestSpeed(START + 1_000, START + 9_000)).isEqualTo(50);
        assertThat(timeline.highestSpeed(START + 2_000, START + 2_000)).isNaN();
        assertThat(timeline.lowestSpeed(START, START + 3_000)).isEqualTo(3);
        assertThat(timeline.lowestSpeed(START + 3_000, START + 4_000)).isNaN();
        assertThat(timeline.lastSpeed(START + 2_999, 3_000)).isEqualTo(50);
        assertThat(timeline.lastSpeed(START + 2_999, 1_000)).isNaN();
        assertThat(timeline.slowSince(0, 5)).isEqualTo(START + 3_000);
        assertThat(timeline.slowSince(START + 4_000, 5)).isEqualTo(START + 5_000);
        assertThat(timeline.slowSince(0, 2)).isEqualTo(CrashState.NEVER);
    }

    @Test
    void placeDirectionAndAccelerationComeOut() {
        Position position = new Position(-33.9, 179.9999999, 0, 359.9f, 5, FixType.THREE_D, 0);
        Motion motion = new Motion(33, SpeedSource.WHEEL, -4.5f, 400, 0, 0, 0);
        timeline.add(record(0, motion, position), 33);
        timeline.add(record(1_000, null, null), Float.NaN);

        List<Sample> samples = timeline.samples(0, Long.MAX_VALUE);
        Sample sample = samples.get(0);
        assertThat(sample.latitude()).isCloseTo(-33.9, within(1e-7));
        assertThat(sample.longitude()).isCloseTo(179.9999999, within(1e-7));
        assertThat(sample.heading()).isCloseTo(359.9f, within(0.02f));
        assertThat(sample.forward()).isCloseTo(-4.5f, within(0.01f));
        assertThat(sample.left()).isCloseTo(327.67f, within(0.01f));
        assertThat(samples.get(1).latitude()).isNaN();
        assertThat(samples.get(1).heading()).isNaN();
        assertThat(samples.get(1).forward()).isNaN();
    }

    private void add(long time, float speed) {
        timeline.add(record(time, null, null), speed);
    }

    private static Telemetry record(
            long time, @Nullable Motion motion, @Nullable Position position) {
        return new Telemetry(
                "car",
                null,
                null,
                DeviceKind.UNKNOWN,
                null,
                null,
                null,
                START + time,
                START + time,
                0,
                position,
                motion,
                null,
                null,
                null,
                null,
                DriverResponse.UNKNOWN,
                false);
    }
}
