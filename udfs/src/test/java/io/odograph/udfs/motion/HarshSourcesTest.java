// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several sources, and sources that fail. */
class HarshSourcesTest {

    private static Telemetry with(Telemetry r, String device, @Nullable ImuBurst burst) {
        return HarshRun.of(r.eventTime(), device, r.position(), r.motion(), burst, r.phone());
    }

    private static Telemetry at(Telemetry r, long time) {
        return HarshRun.of(time, "device", r.position(), r.motion(), r.imuBurst(), r.phone());
    }

    private static Telemetry wheel(long second, float kmh) {
        Motion motion =
                new Motion(
                        kmh,
                        SpeedSource.WHEEL,
                        Float.NaN,
                        Float.NaN,
                        Float.NaN,
                        Float.NaN,
                        Double.NaN);
        return HarshRun.of(HarshRun.START + second * 1000, "device", null, motion, null, null);
    }

    /** The samples of a drive from one second to another in one recording. */
    private static ImuBurst cut(List<Telemetry> recorded, int from, int to) {
        int rate = recorded.get(0).imuBurst().x().length;
        float[] x = new float[(to - from) * rate];
        for (int second = from; second < to; second++) {
            System.arraycopy(
                    recorded.get(second).imuBurst().x(), 0, x, (second - from) * rate, rate);
        }
        long start = recorded.get(from).imuBurst().start();
        float[] none = new float[x.length];
        return new ImuBurst(start, rate, Float.NaN, AxesFrame.VEHICLE, false, x, none, none);
    }

    @Test
    void aRecordingAroundABrakeThatWheelsShowTooIsOneEventOfTheRecording() {
        List<Telemetry> recorded =
                HarshRun.braking(80, 5, 1.5).recorded(100, AxesFrame.VEHICLE).records();
        List<Telemetry> records = new ArrayList<>(HarshRun.braking(80, 5, 1.5).records());
        records.set(13, with(records.get(13), "device", cut(recorded, 9, 13)));

        assertThat(HarshRun.events(records))
                .extracting(HarshEvent::source)
                .containsExactly(HarshSource.VEHICLE_IMU);
    }

    @Test
    void aRecordingThatComesAfterTheEventWasToldIsNotToldAgain() {
        List<Telemetry> recorded =
                HarshRun.braking(80, 5, 1.5).recorded(100, AxesFrame.VEHICLE).records();
        List<Telemetry> records = new ArrayList<>(HarshRun.braking(80, 5, 1.5).records());
        records.set(24, with(records.get(24), "device", cut(recorded, 9, 13)));

        assertThat(HarshRun.events(records))
                .extracting(HarshEvent::source)
                .containsExactly(HarshSource.WHEEL_SPEED);
    }

    @Test
    void recordingsThatOverlapAreReadOnce() {
        List<Telemetry> recorded =
                HarshRun.braking(80, 5, 1.5).recorded(50, AxesFrame.VEHICLE).records();
        List<Telemetry> records = new ArrayList<>();
        for (int second = 0; second < recorded.size(); second++) {
            ImuBurst burst = cut(recorded, Math.max(0, second - 2), second + 1);
            records.add(with(recorded.get(second), "device", burst));
        }

        assertThat(HarshRun.events(records)).isEqualTo(HarshRun.events(recorded)).hasSize(1);
    }

    @Test
    void heldFixesMakeNoEvents() {
        for (int length = 1; length <= 6; length++) {
            int lasts = length;
            HarshRun drive =
                    new HarshRun(60, 90, t -> t > 10 ? -2 : 0, t -> t > 10 ? 1.5 : 0)
                            .satellites()
                            .held(t -> t % 10 < lasts ? 1 : 0);

            assertThat(drive.events()).as("held for %d s", lasts).isEmpty();
        }
    }

    @Test
    void aFixThatIsHeldAtRestMakesNoEventWhereTheVehicleIsFoundDriving() {
        for (int length = 1; length <= 3; length++) {
            int until = 20 + length;
            HarshRun drive =
                    new HarshRun(40, 0, t -> t > 20 && t < 28 ? 2 : 0, t -> 0)
                            .satellites()
                            .held(t -> t > 15 && t < until ? 1 : 0);

            assertThat(drive.events()).as("held until %d s", until).isEmpty();
        }
    }

    @Test
    void aSpeedThatJumpsAndReturnsMakesNoEvent() {
        List<Telemetry> records = new ArrayList<>();
        for (int second = 0; second < 40; second++) {
            records.add(wheel(second, second == 20 ? 36 : second == 30 ? 64 : 50));
        }

        assertThat(HarshRun.events(records)).isEmpty();
    }

    @Test
    void speedsOfAnotherDeviceAreNoChangeOfSpeed() {
        List<Telemetry> records = new ArrayList<>();
        for (Telemetry record : HarshRun.braking(80, 0, 1).records()) {
            records.add(record);
            Motion slower =
                    new Motion(
                            60,
                            SpeedSource.GNSS,
                            Float.NaN,
                            Float.NaN,
                            Float.NaN,
                            Float.NaN,
                            Double.NaN);
            long time = record.eventTime() + 500;
            records.add(HarshRun.of(time, "phone", record.position(), slower, null, null));
        }

        assertThat(HarshRun.events(records)).isEmpty();
    }

    @Test
    void speedsOfAnotherDeviceHideNoBrake() {
        List<Telemetry> records = new ArrayList<>();
        for (Telemetry r : HarshRun.braking(80, 5, 1.5).satellites().records()) {
            records.add(r);
            Motion own = new Motion(60, SpeedSource.GNSS, 0, 0, 0, Float.NaN, Double.NaN);
            Position p = r.position();
            Position beside =
                    new Position(
                            p.latitude() + 1e-5,
                            p.longitude(),
                            p.altitude(),
                            p.heading(),
                            p.horizontalAccuracy(),
                            p.fixType(),
                            p.fixAge());
            records.add(HarshRun.of(r.eventTime() + 300, "phone", beside, own, null, null));
        }

        assertThat(HarshRun.events(records))
                .extracting(HarshEvent::source)
                .containsExactly(HarshSource.GNSS_SPEED);
    }

    private static boolean isHit(double since) {
        return since > 0 && since < 0.06;
    }

    /** Both axles hit it. */
    @Test
    void aBadPotholeIsCutToWhatTyresHold() {
        List<Telemetry> records = new ArrayList<>();
        HarshRun shaken =
                new HarshRun(30, 60, t -> 0, t -> 0)
                        .shaken(t -> isHit(t - 10) || isHit(t - 10.25) ? 28 : 0)
                        .recorded(100, AxesFrame.VEHICLE);
        for (Telemetry r : shaken.records()) {
            records.add(HarshRun.of(r.eventTime(), "device", null, null, r.imuBurst(), null));
        }

        HarshThresholds brief =
                HarshThresholds.DEFAULTS.with(Map.of(HarshThresholds.MIN_DURATION, 0.1));

        assertThat(HarshRun.events(records, new HarshTrack(), brief)).isEmpty();
    }

    @Test
    void whatFreshSpeedsRefuteIsNotTold() {
        List<Telemetry> records = new ArrayList<>();
        for (Telemetry record :
                HarshRun.braking(80, 5, 1.5).recorded(50, AxesFrame.VEHICLE).records()) {
            Telemetry steady = wheel((record.eventTime() - HarshRun.START) / 1000, 80);
            records.add(with(steady, "device", record.imuBurst()));
        }

        assertThat(HarshRun.events(records)).isEmpty();
    }

    @Test
    void anAccelerometerThatIsStuckLeavesItToTheSpeeds() {
        List<Telemetry> records = new ArrayList<>();
        for (Telemetry r : HarshRun.braking(80, 5, 1.5).recorded(50, AxesFrame.VEHICLE).records()) {
            float[] none = new float[50];
            long start = r.imuBurst().start();
            ImuBurst stuck =
                    new ImuBurst(start, 50, Float.NaN, AxesFrame.VEHICLE, false, none, none, none);
            records.add(with(r, "device", stuck));
        }

        assertThat(HarshRun.events(records))
                .extracting(HarshEvent::source)
                .containsExactly(HarshSource.WHEEL_SPEED);
    }

    @Test
    void withoutSpeedsTheAccelerometerIsBelievedWithLessQuality() {
        List<Telemetry> records = new ArrayList<>();
        for (Telemetry r : HarshRun.braking(80, 5, 1.5).recorded(50, AxesFrame.VEHICLE).records()) {
            records.add(HarshRun.of(r.eventTime(), "device", null, null, r.imuBurst(), null));
        }

        assertThat(HarshRun.events(records))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.quality()).isEqualTo(0.7f);
                            assertThat(event.speedBefore()).isNaN();
                            assertThat(event.latitude()).isEqualTo(HarshEvent.NO_POSITION);
                        });
    }

    @Test
    void aDeviceWhoseMountIsNotKnownLeavesItToTheSpeeds() {
        assertThat(HarshRun.braking(80, 5, 1.5).recorded(50, AxesFrame.DEVICE).events())
                .extracting(HarshEvent::source)
                .containsExactly(HarshSource.WHEEL_SPEED);
    }

    @Test
    void wheelSpeedsThreeSecondsApartProveAStrongBrakeWithLessQuality() {
        List<Telemetry> records = new ArrayList<>();
        for (int second = 0; second < 60; second += 3) {
            records.add(wheel(second, second < 30 ? 120 : second == 30 ? 70 : 60));
        }

        assertThat(HarshRun.events(records))
                .singleElement()
                .satisfies(event -> assertThat(event.quality()).isEqualTo(0.5f));
    }

    @Test
    void aBrakeIsOneEventWhereTheAccelerometerFailsInItsMiddle() {
        List<Telemetry> records = new ArrayList<>();
        for (Telemetry r : HarshRun.braking(120, 5, 4).streamed(25).records()) {
            long at = r.eventTime() - HarshRun.START;
            boolean fails = at > 12_000 && at < 60_000 && at % 1000 != 0;
            if (!fails) {
                records.add(r);
            }
        }

        assertThat(HarshRun.events(records)).hasSize(1);
    }

    @Test
    void aClockSetBackEndsWhatIsUnderWayAndInventsNothing() {
        List<Telemetry> records =
                new ArrayList<>(HarshRun.braking(80, 5, 1.5).streamed(25).records());
        List<Telemetry> again = new ArrayList<>();
        for (Telemetry record : records) {
            again.add(at(record, record.eventTime() - 3_600_000));
        }
        List<Telemetry> both = new ArrayList<>(records.subList(0, 12 * 25));
        both.addAll(again);

        assertThat(HarshRun.events(both)).hasSize(2);
    }

    @Test
    void silenceInABrakeInventsNothing() {
        List<Telemetry> records = new ArrayList<>();
        for (Telemetry r : HarshRun.braking(80, 2, 3).wholeNumbers().records()) {
            long at = r.eventTime() - HarshRun.START;
            records.add(at > 11_000 ? at(r, r.eventTime() + 600_000) : r);
        }

        assertThat(HarshRun.events(records)).isEmpty();
    }
}
