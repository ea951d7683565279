// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.schemas.AxesFrame;
import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.scenario.Crash;
import io.odograph.simulator.scenario.Crashes;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.sensor.ImuSensor;
import io.odograph.simulator.sensor.SensorModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EpisodeTest {

    private static final SensorModel EMBEDDED = SensorModel.of(DeviceKind.EMBEDDED);

    @Test
    void anEpisodeIsTheSameDriveAndTheSameCrashAsARun() {
        VehiclePlan plan =
                Episodes.plan(Crashes.frontal(new Rng(1)), DeviceKind.EMBEDDED, EMBEDDED, 1);
        VehicleRun run = VehicleRun.of(plan, new Rng(1), Episodes.START, 120);
        Episode episode = Episode.of(plan, new Rng(1), Episodes.START, 120);
        assertThat(episode.crash()).isEqualTo(run.crash()).isNotNull();
        assertThat(episode.reports()).hasSameSizeAs(run.deliveries());
        for (double time = 0; time < 120; time += 0.7) {
            assertThat(episode.trajectory().east(time)).isEqualTo(run.trajectory().east(time));
        }
        for (int i = 0; i < episode.reports().size(); i++) {
            assertThat(episode.reports().get(i).getReceivedAt().toEpochMilli())
                    .isEqualTo(run.deliveries().get(i).time());
        }
    }

    @Test
    void reportsAreCountedAndReceivedInOrderSoonAfterMaking() {
        Episode episode = Episodes.of(Crashes.frontal(new Rng(2)), EMBEDDED, 2);
        long sequence = 0;
        long received = 0;
        for (TelemetryRecord report : episode.reports()) {
            assertThat(report.getSequence()).isEqualTo(sequence++);
            long arrival = report.getReceivedAt().toEpochMilli();
            assertThat(arrival).isGreaterThan(received);
            assertThat(arrival - report.getEventTime().toEpochMilli()).isBetween(60L, 1000L);
            received = arrival;
        }
        assertThat(sequence).isEqualTo(120);
    }

    @Test
    void anotherSensorSeesTheSameDrive() {
        Episode one = Episodes.of(Crashes.frontal(new Rng(3)), EMBEDDED, 3);
        SensorModel slow = EMBEDDED.withImu(EMBEDDED.imu().atRate(10).withRangeOf(4));
        Episode other = Episodes.of(Crashes.frontal(new Rng(3)), slow, 3);
        assertThat(other.crash()).isEqualTo(one.crash());
        ImuBurst burst = Episodes.bursts(other).get(0);
        assertThat(burst.getRate()).isEqualTo(10f);
        assertThat(burst.getRange()).isCloseTo((float) (4 * Units.G), within(0.01f));
        assertThat(burst.getX()).hasSize(20);
        assertThat(Episodes.bursts(one).get(0).getX()).hasSize(200);
    }

    @Test
    void axesGravityAndNoiseCanBeChosen() {
        ImuSensor imu = EMBEDDED.imu().inDeviceAxes().withGravity(true).withNoise(0);
        Episode episode = Episodes.of(Crashes.frontal(new Rng(4)), EMBEDDED.withImu(imu), 4);
        ImuBurst burst = Episodes.bursts(episode).get(0);
        assertThat(burst.getFrame()).isEqualTo(AxesFrame.DEVICE);
        assertThat(burst.getGravityIncluded()).isTrue();
        assertThat(burst.getZ().get(0)).isCloseTo((float) Units.G, within(2.5f));
        assertThat(imu.inVehicleAxes().vehicleFrame()).isTrue();
        assertThat(imu.triggeredAt(1e6).trigger()).isEqualTo(1e6);
    }

    @Test
    void aSpeedOnlyDeviceReportsSpeedAndNothingThatItFelt() {
        for (SpeedSource source : new SpeedSource[] {SpeedSource.GNSS, SpeedSource.WHEEL}) {
            SensorModel sensors = SensorModel.speedOnly(source);
            Episode episode = Episodes.of(Crashes.frontal(new Rng(5)), sensors, 5);
            assertThat(Episodes.bursts(episode)).isEmpty();
            for (TelemetryRecord report : episode.reports()) {
                var motion = Objects.requireNonNull(report.getMotion());
                assertThat(motion.getSpeedSource()).isEqualTo(source);
                assertThat(motion.getAccelerationLongitudinal()).isNull();
            }
        }
    }

    @Test
    void aLaggingReceiverFollowsLateAndAnAgedOneSaysSo() {
        SensorModel sharp = SensorModel.speedOnly(SpeedSource.GNSS);
        SensorModel late = sharp.withGnss(sharp.gnss().lagging(1.4).withSpeedNoise(0.01).aged(0.4));
        Episode prompt = Episodes.of(Crashes.frontal(new Rng(6), 60, 70), sharp, 6);
        Episode lagging = Episodes.of(Crashes.frontal(new Rng(6), 60, 70), late, 6);
        double first = Episodes.speed(Episodes.between(prompt, Episodes.AT + 2, 70).get(0));
        TelemetryRecord second = Episodes.between(lagging, Episodes.AT + 2, 70).get(0);
        assertThat(Episodes.speed(second)).isGreaterThan(first + 5);
        assertThat(Objects.requireNonNull(second.getPosition()).getFixAge()).isEqualTo(400);
        SensorModel silent = late.withGnss(late.gnss().withoutAge());
        Episode unstated = Episodes.of(Crashes.frontal(new Rng(6)), silent, 6);
        assertThat(unstated.reports())
                .allSatisfy(
                        report ->
                                assertThat(Objects.requireNonNull(report.getPosition()).getFixAge())
                                        .isNull());
    }

    @Test
    void everyDeviceWithAnAccelerometerRecordsEveryBlow() {
        for (DeviceKind kind : DeviceKind.values()) {
            SensorModel base = SensorModel.of(kind);
            SensorModel coarse = base.withImu(base.imu().atRate(10).withRangeOf(2).inDeviceAxes());
            var crashes = Crashes.of(DeviceKind.PHONE);
            for (int seed = 0; seed < 36; seed++) {
                Crash crash = crashes.get(seed % crashes.size()).apply(new Rng(seed));
                for (SensorModel sensors : List.of(base, coarse)) {
                    assertThat(Episodes.bursts(Episodes.of(crash, kind, sensors, seed)))
                            .as("%s", crash)
                            .hasSize(1 + crash.further().size());
                }
            }
        }
    }

    @Test
    void episodesAreCheap() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        int episodes = 4000;
        long begin = 0;
        int reports = 0;
        for (int i = -episodes; i < episodes; i++) {
            if (i == 0) {
                begin = clock.getCurrentThreadCpuTime();
            }
            reports += Episodes.of(Crashes.frontal(new Rng(i)), EMBEDDED, i).reports().size();
        }
        double seconds = (clock.getCurrentThreadCpuTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT, "%.0f episodes per second of processor time%n", episodes / seconds);
        assertThat(reports).isEqualTo(2 * episodes * 120);
    }
}
