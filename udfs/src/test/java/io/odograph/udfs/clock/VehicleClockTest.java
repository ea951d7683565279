// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When the clock lets a record go, and in which order. */
class VehicleClockTest {

    private static final ClockLimits LIMITS = ClockLimits.DEFAULTS;

    private final VehicleClock clock = new VehicleClock(LIMITS);
    private final ClockState state = new ClockState();
    private final Recorder out = new Recorder();

    @Test
    void aContiguousCountIsReleasedWithoutWaiting() {
        offer(Drive.of("car").driving(50, 5).records());

        assertThat(out.releasedCounts()).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(state.held).isEmpty();
        assertThat(clock.nextDeadline(state)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aGapIsWaitedForAndNoLongerThanTheMaximum() {
        List<Telemetry> drive = Drive.of("car").driving(50, 4).records();
        offer(List.of(drive.get(0), drive.get(2)));

        assertThat(out.releasedCounts()).containsExactly(0L);
        long deadline = drive.get(2).receivedAt() + LIMITS.maxWait();
        assertThat(clock.nextDeadline(state)).isEqualTo(deadline);
        clock.advanceTo(state, deadline, out);
        assertThat(out.releasedCounts()).containsExactly(0L);
        clock.advanceTo(state, deadline + 1, out);
        assertThat(out.releasedCounts()).containsExactly(0L, 2L);
        assertThat(out.releasedAt).containsExactly(drive.get(0).receivedAt(), deadline);
    }

    @Test
    void aReceiveTimeThatFallsBackDoesNotTurnTimeBack() {
        List<Telemetry> drive = Drive.of("car").driving(50, 4).records();
        long highest = drive.get(2).receivedAt();
        offer(List.of(drive.get(0), drive.get(2), Drive.receivedAt(drive.get(3), highest - 900)));

        assertThat(clock.nextDeadline(state)).isEqualTo(highest + LIMITS.maxWait());
    }

    @Test
    void aFilledGapLetsEverythingGoAtOnce() {
        List<Telemetry> drive = Drive.of("car").driving(50, 5).records();
        Telemetry missing = Drive.receivedAt(drive.get(1), drive.get(3).receivedAt() - 500);
        offer(List.of(drive.get(0), drive.get(2), missing, drive.get(3)));

        assertThat(out.releasedCounts()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(out.late).isEmpty();
    }

    @Test
    void aBacklogOfTwentyMinutesIsNotLate() {
        List<Telemetry> drive = Drive.of("car").driving(50, 1260).records();
        offer(drive.subList(0, 60));
        long upload = drive.get(1259).receivedAt();
        offer(drive.subList(60, 1260).stream().map(r -> Drive.receivedAt(r, upload)).toList());

        assertThat(out.released).hasSize(1260);
        assertThat(out.late).isEmpty();
    }

    @Test
    void aBacklogUploadedNewestFirstIsPutInOrder() {
        List<Telemetry> drive = Drive.of("car").driving(50, 360).records();
        offer(drive.subList(0, 60));
        long upload = drive.get(359).receivedAt();
        List<Telemetry> backlog =
                new ArrayList<>(
                        drive.subList(60, 360).stream()
                                .map(r -> Drive.receivedAt(r, upload))
                                .toList());
        Collections.reverse(backlog);
        offer(backlog);

        assertThat(out.releasedCounts())
                .containsExactlyElementsOf(LongStream.range(0, 360).boxed().toList());
    }

    @Test
    void theFirstRecordOfAVehicleWaitsBecauseEarlierOnesMayFollow() {
        List<Telemetry> drive = Drive.of("car").driving(50, 10).records();
        offer(List.of(drive.get(5), Drive.receivedAt(drive.get(4), drive.get(5).receivedAt())));
        assertThat(out.released).isEmpty();
        clock.advanceTo(state, Long.MAX_VALUE, out);

        assertThat(out.releasedCounts()).containsExactly(4L, 5L);
    }

    @Test
    void aRestartedCountGoesOnAfterOneWait() {
        offer(
                Drive.of("car")
                        .driving(50, 10)
                        .after(30_000)
                        .deviceRestarts()
                        .driving(50, 10)
                        .records());

        assertThat(out.released).hasSize(20);
        assertThat(out.late).isEmpty();
        assertThat(out.duplicates).isEmpty();
        assertThat(state.held).isEmpty();
    }

    @Test
    void aClockSetBackIsAnnouncedAndNothingIsLate() {
        offer(Drive.of("car").driving(50, 10).after(-60_000).driving(50, 10).records());

        assertThat(out.clockSteps).isEqualTo(1);
        assertThat(out.releasedCounts())
                .containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void aDeviceThatDoesNotCountIsOrderedByWaiting() {
        List<Telemetry> drive = Drive.of("car").uncounted().driving(50, 6).records();
        Telemetry swapped = Drive.receivedAt(drive.get(2), drive.get(3).receivedAt() + 100);
        offer(
                List.of(
                        drive.get(0),
                        drive.get(1),
                        drive.get(3),
                        swapped,
                        swapped,
                        drive.get(4),
                        drive.get(5)));
        clock.advanceTo(state, Long.MAX_VALUE, out);

        assertThat(out.released.stream().map(Telemetry::eventTime))
                .containsExactlyElementsOf(drive.stream().map(Telemetry::eventTime).toList());
        assertThat(out.duplicates).hasSize(1);
    }

    @Test
    void twoDevicesOfOneVehicleAreMergedInTheOrderOfTheirTimes() {
        List<Telemetry> dongle = Drive.of("car").device("dongle").driving(50, 10).records();
        List<Telemetry> phone =
                Drive.of("car").device("phone").after(-300).driving(50, 10).records();
        List<Telemetry> arrivals = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            arrivals.add(dongle.get(i));
            arrivals.add(Drive.receivedAt(phone.get(i), dongle.get(i).receivedAt() + 100));
        }
        Recorder run = Recorder.run(LIMITS, arrivals);

        assertThat(run.released).hasSize(19).isSortedAccordingTo(BY_TIME);
        assertThat(run.duplicates).isEmpty();
        assertThat(run.late).as("only the phone's first, before it was known").hasSize(1);
    }

    @Test
    void aSecondDeviceThatFallsSilentNoLongerMakesTheFirstWait() {
        List<Telemetry> dongle = Drive.of("car").device("dongle").driving(50, 700).records();
        offer(dongle.subList(0, 2));
        offer(
                List.of(
                        Drive.of("car")
                                .device("phone")
                                .after(2_500)
                                .driving(50, 1)
                                .records()
                                .get(0)));
        offer(dongle.subList(2, 700));

        assertThat(state.devices).hasSize(1);
        assertThat(out.released).hasSize(701);
        assertThat(state.held).isEmpty();
    }

    @Test
    void limitsOutsideTheirRangesAreRefused() {
        assertThatThrownBy(() -> new ClockLimits(-1, 1, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClockLimits(10, 0, 20))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClockLimits(10, 1, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final Comparator<Telemetry> BY_TIME =
            Comparator.comparingLong(Telemetry::eventTime);

    private void offer(List<Telemetry> arrivals) {
        arrivals.forEach(r -> clock.offer(state, r, out));
    }
}
