// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for any delivery of a drive; the randomness is in the seed, so a failure replays. */
class VehicleClockProperties {

    private static final ClockLimits LIMITS = ClockLimits.DEFAULTS;
    private static final int RECORDS = 120;
    private static final int RESTARTS_AND_STEPS = 2;

    /**
     * A delivery: delays below a bound, some records twice, in the order of their receive times.
     */
    private static List<Telemetry> deliver(
            List<Telemetry> drive, SplittableRandom random, int maxDelay, double twice) {
        List<Telemetry> arrivals = new ArrayList<>();
        long sent = Long.MIN_VALUE;
        long lastTime = Long.MIN_VALUE;
        for (Telemetry r : drive) {
            // The world's time goes on where the device sets its own clock back.
            boolean setBack = r.eventTime() < lastTime && r.sequence() > 0;
            sent = setBack || sent > r.eventTime() + 10_000 ? sent + 1_000 : r.eventTime();
            lastTime = r.eventTime();
            arrivals.add(Drive.receivedAt(r, sent + random.nextInt(maxDelay)));
            if (random.nextDouble() < twice) {
                arrivals.add(Drive.receivedAt(r, sent + random.nextInt(30_000)));
            }
        }
        arrivals.sort(Comparator.comparingLong(Telemetry::receivedAt));
        return arrivals;
    }

    @Property(tries = 1000)
    void delaysBelowTheWaitAndCopiesChangeNothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Telemetry> drive = Drive.of("car").driving(50, RECORDS).records();
        List<Telemetry> arrivals = deliver(drive, random, 2_000, 0.2);

        Recorder run = Recorder.run(LIMITS, arrivals);

        assertThat(run.releasedCounts())
                .containsExactlyElementsOf(LongStream.range(0, RECORDS).boxed().toList());
        assertThat(run.late).isEmpty();
        assertThat(run.duplicates).hasSize(arrivals.size() - RECORDS);
    }

    @Property(tries = 1000)
    void everyRecordHasExactlyOneFateAndReleasesAreInOrder(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int kind) {
        SplittableRandom random = new SplittableRandom(seed);
        // Where the count restarts within the delay, no memory of bounded size could tell all
        // apart.
        int maxDelay = kind == RESTARTS_AND_STEPS ? 4_000 : 20_000;
        List<Telemetry> arrivals = deliver(anyDrive(kind), random, maxDelay, 0.3);
        arrivals.removeIf(r -> random.nextDouble() < 0.1);

        Recorder run = Recorder.run(LIMITS, arrivals);

        assertThat(run.released.size() + run.duplicates.size() + run.late.size())
                .isEqualTo(arrivals.size());
        assertThat(run.released.stream().map(VehicleClockProperties::identity).distinct().count())
                .as("nothing is released twice")
                .isEqualTo(run.released.size());
        assertThat(run.releasedAt).isSorted();
        if (run.clockSteps == 0) {
            assertThat(run.released)
                    .isSortedAccordingTo(Comparator.comparingLong(Telemetry::eventTime));
        }
    }

    private static String identity(Telemetry r) {
        return r.deviceId() + " " + r.eventTime() + " " + r.sequence();
    }

    /** The design's promise: timers and watermarks change when, never what. */
    @Property(tries = 1000)
    void wakingTheClockUpInBetweenChangesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int kind) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Telemetry> arrivals = deliver(anyDrive(kind), random, 8_000, 0.2);

        VehicleClock clock = new VehicleClock(LIMITS);
        ClockState state = new ClockState();
        Recorder woken = new Recorder();
        for (Telemetry r : arrivals) {
            if (random.nextBoolean()) {
                clock.advanceTo(state, r.receivedAt() - random.nextInt(3_000), woken);
            }
            clock.offer(state, r, woken);
        }
        clock.advanceTo(state, Long.MAX_VALUE, woken);

        assertThat(woken.fates()).isEqualTo(Recorder.run(LIMITS, arrivals).fates());
    }

    private static List<Telemetry> anyDrive(int kind) {
        return switch (kind) {
            case 0 -> Drive.of("car").driving(50, RECORDS).records();
            case 1 -> Drive.of("car").uncounted().driving(50, RECORDS).records();
            case RESTARTS_AND_STEPS ->
                    Drive.of("car")
                            .driving(50, RECORDS / 3)
                            .deviceRestarts()
                            .driving(50, RECORDS / 3)
                            .after(-20_000)
                            .driving(50, RECORDS / 3)
                            .records();
            default -> {
                List<Telemetry> both = new ArrayList<>();
                both.addAll(Drive.of("car").device("a").driving(50, RECORDS / 2).records());
                both.addAll(
                        Drive.of("car").device("b").after(-400).driving(50, RECORDS / 2).records());
                yield both;
            }
        };
    }
}
