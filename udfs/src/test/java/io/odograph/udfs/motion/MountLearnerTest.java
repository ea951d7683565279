// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.PhoneState;
import io.odograph.udfs.telemetry.Telemetry;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountLearnerTest {

    /** Accelerates, brakes and turns, gently. */
    static HarshRun town(double seconds) {
        return new HarshRun(
                seconds,
                40,
                t -> 1.2 * StrictMath.sin(t / 3.1),
                t ->
                        2
                                * Math.max(0, StrictMath.sin(t / 5.3))
                                * StrictMath.signum(StrictMath.sin(t / 17)));
    }

    /** Turned about all axes. */
    static double[][] turned(double yaw, double pitch, double roll) {
        double cy = StrictMath.cos(yaw);
        double sy = StrictMath.sin(yaw);
        double cp = StrictMath.cos(pitch);
        double sp = StrictMath.sin(pitch);
        double cr = StrictMath.cos(roll);
        double sr = StrictMath.sin(roll);
        return new double[][] {
            {cy * cp, sy * cp, -sp},
            {cy * sp * sr - sy * cr, sy * sp * sr + cy * cr, cp * sr},
            {cy * sp * cr + sy * sr, sy * sp * cr - cy * sr, cp * cr}
        };
    }

    private static double error(MountTrack mount, double[][] axes) {
        double forward =
                axes[0][0] * mount.forwardX
                        + axes[0][1] * mount.forwardY
                        + axes[0][2] * mount.forwardZ;
        double up = axes[2][0] * mount.upX + axes[2][1] * mount.upY + axes[2][2] * mount.upZ;
        return StrictMath.toDegrees(StrictMath.acos(Math.min(1, Math.min(forward, up))));
    }

    private static List<Telemetry> handled(List<Telemetry> records, int from, int to) {
        List<Telemetry> held = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Telemetry r = records.get(i);
            PhoneState phone = new PhoneState(i >= from && i < to, null, null);
            held.add(
                    HarshRun.of(
                            r.eventTime(),
                            "device",
                            r.position(),
                            r.motion(),
                            r.imuBurst(),
                            phone));
        }
        return held;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 50, 100})
    void itIsLearnedWithinFifteenMinutesToFiveDegrees(int rate) {
        double[][] axes = turned(2.1, 0.7, -1.2);
        HarshTrack state = new HarshTrack();
        List<Telemetry> records =
                town(900)
                        .satellites()
                        .recorded(rate, AxesFrame.DEVICE)
                        .mounted(axes)
                        .noisy(0.5, rate)
                        .records();

        assertThat(HarshRun.events(records, state, HarshThresholds.DEFAULTS)).isEmpty();
        assertThat(state.mount.learned).isTrue();
        assertThat(error(state.mount, axes)).isLessThan(5);
        assertThat(state.mount.error).isLessThan(3);
    }

    @Test
    void itIsNotLearnedWithinAMinuteNorWithoutManoeuvres() {
        HarshTrack state = new HarshTrack();
        HarshRun.events(
                town(59).recorded(25, AxesFrame.DEVICE).records(), state, HarshThresholds.DEFAULTS);
        assertThat(state.mount.learned).isFalse();

        HarshTrack steady = new HarshTrack();
        List<Telemetry> records =
                new HarshRun(900, 80, t -> 0, t -> 0)
                        .recorded(25, AxesFrame.DEVICE)
                        .noisy(0.5, 1)
                        .records();
        HarshRun.events(records, steady, HarshThresholds.DEFAULTS);
        assertThat(steady.mount.learned).isFalse();
        assertThat(steady.mount.seconds).isGreaterThan(850);
    }

    @Test
    void whatItLearnedShowsHarshBrakesOfTheDevice() {
        double[][] axes = turned(-2.5, 0.3, 1.9);
        HarshRun drive =
                new HarshRun(
                        400,
                        60,
                        t ->
                                t < 360
                                        ? 1.2 * StrictMath.sin(t / 3.1)
                                        : -4.5 * HarshRun.pulse(t - 370, 1),
                        t -> t < 360 ? 2 * StrictMath.sin(t / 5.3) : 0);

        assertThat(
                        drive.satellites()
                                .recorded(50, AxesFrame.DEVICE)
                                .mounted(axes)
                                .noisy(0.3, 4)
                                .events())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.source()).isEqualTo(HarshSource.DEVICE_IMU);
                            assertThat(event.kind()).isEqualTo(HarshKind.BRAKING);
                            assertThat(event.quality()).isEqualTo(0.8f);
                        });
    }

    @Test
    void whoeverTakesItIntoTheHandMakesItForget() {
        HarshTrack state = new HarshTrack();
        List<Telemetry> records =
                handled(town(400).recorded(25, AxesFrame.DEVICE).records(), 390, 392);

        HarshRun.events(records.subList(0, 390), state, HarshThresholds.DEFAULTS);
        assertThat(state.mount.learned).isTrue();
        HarshRun.events(records.subList(390, 400), state, HarshThresholds.DEFAULTS);
        assertThat(state.mount.learned).isFalse();
        assertThat(state.mount.seconds).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.6, -0.9})
    void itIsLearnedAnewWhereTheDeviceTilts(double tilt) {
        HarshTrack state = new HarshTrack();
        List<Telemetry> before =
                town(400).recorded(25, AxesFrame.DEVICE).mounted(turned(1, 0, 0)).records();
        double[][] then = turned(1, tilt, 0);
        List<Telemetry> records = town(800).recorded(25, AxesFrame.DEVICE).mounted(then).records();
        HarshRun.events(before, state, HarshThresholds.DEFAULTS);

        List<HarshEvent> events =
                HarshRun.events(records.subList(400, 440), state, HarshThresholds.DEFAULTS);
        assertThat(state.mount.learned).isFalse();
        assertThat(events).isEmpty();
        HarshRun.events(records.subList(440, 800), state, HarshThresholds.DEFAULTS);
        assertThat(state.mount.learned).isTrue();
        assertThat(error(state.mount, then)).isLessThan(5);
    }

    @Test
    void itIsLearnedAnewWhereTheDeviceSwingsAboutTheVerticalAxis() {
        HarshTrack state = new HarshTrack();
        List<Telemetry> before =
                town(400).recorded(25, AxesFrame.DEVICE).mounted(turned(1, 0, 0)).records();
        double[][] then = turned(2.2, 0, 0);
        List<Telemetry> records = town(1000).recorded(25, AxesFrame.DEVICE).mounted(then).records();
        HarshRun.events(before, state, HarshThresholds.DEFAULTS);
        HarshRun.events(records.subList(400, 1000), state, HarshThresholds.DEFAULTS);

        assertThat(state.mount.learned).isTrue();
        assertThat(error(state.mount, then)).isLessThan(5);
    }

    @Test
    void theStateOfAMountIsSmall() throws IllegalAccessException {
        int bytes = 0;
        MountTrack mount = new MountTrack();
        for (Field field : MountTrack.class.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                Object value = field.get(mount);
                bytes += value instanceof double[] sums ? 4 + 8 * sums.length : size(value);
            }
        }

        assertThat(bytes).isLessThanOrEqualTo(256);
    }

    private static int size(Object value) {
        return value instanceof Long ? 8 : value instanceof Boolean ? 1 : 4;
    }
}
