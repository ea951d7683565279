// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.udfs.telemetry.PhoneState;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

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
    void whatComesAfterItsPlaceHasPassedIsLateAndItsCopyADuplicate() {
        List<Telemetry> drive = Drive.of("car").driving(50, 10).records();
        List<Telemetry> arrivals = new ArrayList<>(drive);
        Telemetry missing = arrivals.remove(3);
        arrivals.add(Drive.receivedAt(missing, drive.get(9).receivedAt()));
        arrivals.add(Drive.receivedAt(missing, drive.get(9).receivedAt() + 1));
        offer(arrivals);

        assertThat(out.late).hasSize(1);
        assertThat(out.late.get(0).sequence()).isEqualTo(3);
        assertThat(out.duplicates).hasSize(1);
        assertThat(out.released).hasSize(9);
    }

    @Test
    void aRepeatedUploadOfAnyLengthIsDuplicate() {
        List<Telemetry> drive = Drive.of("car").driving(50, 1200).records();
        offer(drive);
        long later = drive.get(1199).receivedAt() + 5_000;
        offer(drive.stream().map(r -> Drive.receivedAt(r, later)).toList());

        assertThat(out.duplicates).hasSize(1200);
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
    void whatWasSentBeforeARestartOrAStepIsStillKnown() {
        List<Telemetry> drive =
                Drive.of("car")
                        .driving(50, 60)
                        .deviceRestarts()
                        .driving(50, 10)
                        .after(-20_000)
                        .driving(50, 30)
                        .records();
        offer(drive);
        clock.advanceTo(state, Long.MAX_VALUE, out);
        long later = drive.get(99).receivedAt() + 5_000;
        offer(drive.stream().map(r -> Drive.receivedAt(r, later)).toList());
        clock.advanceTo(state, Long.MAX_VALUE, out);

        assertThat(out.released).hasSize(100);
        assertThat(out.duplicates).hasSize(100);
    }

    @Test
    void anOldUploadIsNoClockSetBack() {
        List<Telemetry> drive = Drive.of("car").driving(50, 10).records();
        Telemetry old = Drive.of("car").after(-3_600_000).driving(50, 12).records().get(11);
        offer(drive);
        offer(List.of(Drive.receivedAt(old, drive.get(9).receivedAt())));

        assertThat(out.clockSteps).isZero();
        assertThat(out.late).hasSize(1);
    }

    @Test
    void recordsThatDifferInAnythingMeasuredAreDifferent() {
        Telemetry quiet = Drive.of("car").uncounted().driving(50, 1).records().get(0);
        Telemetry handled =
                new Telemetry(
                        quiet.vehicleId(),
                        quiet.tenantId(),
                        quiet.deviceId(),
                        quiet.deviceKind(),
                        quiet.tripId(),
                        quiet.driverId(),
                        quiet.traceId(),
                        quiet.eventTime(),
                        quiet.receivedAt(),
                        quiet.sequence(),
                        quiet.position(),
                        quiet.motion(),
                        quiet.imuBurst(),
                        quiet.vehicle(),
                        new PhoneState(true, null, null));
        offer(List.of(quiet, handled, Drive.receivedAt(handled, quiet.receivedAt() + 900)));
        clock.advanceTo(state, Long.MAX_VALUE, out);

        assertThat(out.released).hasSize(2);
        assertThat(out.duplicates).hasSize(1);
    }

    @Test
    void longRecordingsThatWaitAreBoundedToo() {
        long now = Drive.START + 2_000_000;
        for (int i = 0; i < 1_500; i++) {
            Drive one = Drive.of("car").uncounted().after(i * 1_000L).impact(50, 1);
            offer(List.of(Drive.receivedAt(one.records().get(0), now)));
        }

        assertThat(state.held).hasSize((int) (VehicleClock.MAX_SAMPLES_HELD / 200));
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
    void aRedeliveryOfADeviceThatDoesNotCountIsDuplicateAfterItsRelease() {
        List<Telemetry> drive = Drive.of("car").uncounted().driving(50, 10).records();
        offer(drive);
        clock.advanceTo(state, Long.MAX_VALUE, out);
        offer(List.of(Drive.receivedAt(drive.get(3), drive.get(9).receivedAt() + 10_000)));
        offer(List.of(Drive.receivedAt(drive.get(9), drive.get(9).receivedAt() + 10_000)));

        assertThat(out.duplicates).hasSize(2);
        assertThat(out.released).hasSize(10);
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
    void stateIsBoundedWhateverTheVehicleSends() {
        ClockLimits small = new ClockLimits(2_000, 50, 86_400_000);
        VehicleClock bounded = new VehicleClock(small);
        List<Telemetry> drive = Drive.of("car").driving(50, 2_000).records();
        long now = drive.get(1_999).receivedAt();
        for (int i = 1_999; i > 0; i -= 2) {
            bounded.offer(state, Drive.receivedAt(drive.get(i), now), out);
            assertThat(state.held).hasSizeLessThanOrEqualTo(50);
        }
        for (int device = 0; device < 10; device++) {
            Drive.of("car").device("d" + device).after(3_000_000).driving(1, 2).records().stream()
                    .forEach(r -> bounded.offer(state, r, out));
        }
        bounded.advanceTo(state, Long.MAX_VALUE, out);

        assertThat(state.devices).hasSizeLessThanOrEqualTo(VehicleClock.MAX_DEVICES);
        assertThat(state.devices)
                .allSatisfy(d -> assertThat(d.epochs).hasSizeLessThanOrEqualTo(DeviceTrack.EPOCHS));
        assertThat(out.released.size() + out.late.size()).isEqualTo(1_020);
    }

    @Test
    void gapsBeyondTheRememberedOnesAreLateNotDuplicate() {
        List<Telemetry> drive = Drive.of("car").driving(50, 60).records();
        List<Telemetry> even = drive.stream().filter(r -> r.sequence() % 2 == 0).toList();
        Recorder run = new Recorder();
        even.forEach(r -> clock.offer(state, r, run));
        clock.advanceTo(state, Long.MAX_VALUE, run);
        long later = drive.get(59).receivedAt() + 60_000;
        drive.stream()
                .filter(r -> r.sequence() % 2 == 1 && r.sequence() < 59)
                .forEach(r -> clock.offer(state, Drive.receivedAt(r, later), run));

        assertThat(run.late).hasSize(29);
        assertThat(run.duplicates).isEmpty();
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
