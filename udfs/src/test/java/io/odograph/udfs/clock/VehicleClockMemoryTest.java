// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.PhoneState;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the clock knows of the past, and within which bounds: repeated, late, new. */
class VehicleClockMemoryTest {

    private static final ClockLimits LIMITS = ClockLimits.DEFAULTS;

    private final VehicleClock clock = new VehicleClock(LIMITS);
    private final ClockState state = new ClockState();
    private final Recorder out = new Recorder();

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
                        new PhoneState(true, null, null),
                        quiet.crashReported(),
                        quiet.driverResponse(),
                        quiet.test());
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

    private void offer(List<Telemetry> arrivals) {
        arrivals.forEach(r -> clock.offer(state, r, out));
    }
}
