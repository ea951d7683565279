// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.Position;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.scenario.HardBraking;
import io.odograph.simulator.scenario.Harmless;
import io.odograph.simulator.scenario.KerbStrike;
import io.odograph.simulator.scenario.PhoneDrop;
import io.odograph.simulator.scenario.PhoneHandling;
import io.odograph.simulator.scenario.PositionJump;
import io.odograph.simulator.scenario.RoughRoad;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.Slam;
import io.odograph.simulator.scenario.StaleFix;
import io.odograph.simulator.scenario.WheelDropout;
import io.odograph.simulator.scenario.ZeroedFix;
import io.odograph.simulator.sensor.SensorModel;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is not a crash, against physics and against what it promises to report. */
class HarmlessTest {

    private static final int DRAWS = 60;
    private static final double AT = Episodes.AT;
    private static final SensorModel EMBEDDED = SensorModel.of(DeviceKind.EMBEDDED);
    private static final SensorModel BLACK_BOX = SensorModel.of(DeviceKind.BLACK_BOX);
    private static final SensorModel PHONE = SensorModel.of(DeviceKind.PHONE);

    /** 1 kHz, vehicle axes, no gravity, without noise, always triggered. */
    private static final SensorModel FINE =
            EMBEDDED.withImu(EMBEDDED.imu().atRate(1000).withNoise(0).triggeredAt(0.1));

    @Test
    void nothingHarmlessIsACrashOrStopsTheVehicleFasterThanBrakesCan() {
        for (DeviceKind kind : DeviceKind.values()) {
            for (var draw : Harmless.of(kind)) {
                for (int seed = 0; seed < 20; seed++) {
                    Scenario scenario = draw.apply(new Rng(seed));
                    Episode episode = Episodes.of(scenario, kind, SensorModel.of(kind), seed);
                    assertThat(episode.crash()).isNull();
                    for (double time = 0; time < 119; time += 0.5) {
                        assertThat(episode.trajectory().forward(time))
                                .as(scenario.name())
                                .isBetween(-Units.G, 2.0);
                    }
                }
            }
        }
    }

    @Test
    void slamsLastTenToThirtyMillisecondsWithOneToThreeGAtRest() {
        for (int seed = 0; seed < DRAWS; seed++) {
            for (Slam slam : List.of(Slam.door(new Rng(seed)), Slam.boot(new Rng(seed)))) {
                Episode episode = Episodes.of(slam, FINE, seed);
                ImuBurst burst = Episodes.bursts(episode).get(0);
                assertThat(peak(burst) / Units.G).isBetween(0.9, 3.1);
                assertThat(slam.width()).isBetween(0.01, 0.03);
                assertThat(Math.hypot(change(burst)[0], change(burst)[1])).isLessThan(0.3);
                assertThat(episode.trajectory().speed(AT)).isZero();
                assertThat(episode.trajectory().speed(100) > 0).isNotEqualTo(slam.parked());
            }
        }
    }

    @Test
    void roughRoadsShakeForOneToTwoSecondsBelowThreeGAndKeepTheSpeed() {
        for (int seed = 0; seed < DRAWS; seed++) {
            for (RoughRoad road :
                    List.of(
                            RoughRoad.railwayCrossing(new Rng(seed)),
                            RoughRoad.cobbles(new Rng(seed)))) {
                Episode episode = Episodes.of(road, FINE, seed);
                assertThat(peak(Episodes.bursts(episode).get(0)) / Units.G).isBetween(0.4, 2.2);
                assertThat(road.length()).isBetween(1.0, 2.0);
                assertThat(episode.trajectory().speed(AT + 5))
                        .isCloseTo(episode.trajectory().speed(AT), within(1.0));
            }
        }
    }

    @Test
    void hardBrakingReachesItsDecelerationOfOneGAtMost() {
        for (int seed = 0; seed < DRAWS; seed++) {
            HardBraking braking = HardBraking.any(new Rng(seed));
            Episode episode = Episodes.of(braking, EMBEDDED, seed);
            assertThat(episode.trajectory().forward(AT + 0.6))
                    .isCloseTo(-braking.deceleration(), within(0.05))
                    .isBetween(-Units.G, -5.8);
        }
    }

    @Test
    void aPhoneDroppedBeforeARedLightStandsThirtySecondsAndDrivesOn() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Episode episode =
                    Episodes.of(
                            PhoneDrop.beforeRedLight(new Rng(seed)), DeviceKind.PHONE, PHONE, seed);
            int standing = 0;
            for (double time = AT; time < 119; time += 1) {
                standing += episode.trajectory().speed(time) == 0 ? 1 : 0;
            }
            assertThat(standing).isBetween(29, 56);
            assertThat(episode.trajectory().speed(AT)).isGreaterThan(6);
            assertThat(Episodes.bursts(episode)).hasSize(1);
        }
    }

    @Test
    void aHandledPhoneTurnsAndIsKnockedWithoutALongFall() {
        int fell = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            for (PhoneHandling event :
                    List.of(
                            PhoneHandling.handled(new Rng(seed)),
                            PhoneHandling.thrown(new Rng(seed)))) {
                Episode episode = Episodes.of(event, DeviceKind.PHONE, PHONE, seed);
                List<ImuBurst> bursts = Episodes.bursts(episode);
                assertThat(bursts).hasSizeLessThanOrEqualTo(1);
                if (!bursts.isEmpty()) {
                    double below = secondsBelow(bursts.get(0), 0.3 * Units.G);
                    assertThat(below).isLessThan(0.4);
                    fell += below > 0.1 ? 1 : 0;
                }
                assertThat(phonesHandled(episode)).isPositive();
            }
        }
        assertThat(fell).isBetween(10, 60);
    }

    @Test
    void aStaleFixIsFrozenBitForBitAndThenJumpsDown() {
        int stated = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            StaleFix stale = StaleFix.draw(new Rng(seed));
            Episode episode = Episodes.of(stale, DeviceKind.BLACK_BOX, BLACK_BOX, seed);
            double end = AT + stale.length();
            List<TelemetryRecord> held = regular(Episodes.between(episode, AT, end));
            TelemetryRecord last = last(regular(Episodes.between(episode, 0, AT)));
            for (TelemetryRecord report : held) {
                assertFrozen(report, last, stale.statesAge());
                assertThat(Episodes.speed(report)).isEqualTo(Episodes.speed(last));
            }
            TelemetryRecord next = regular(Episodes.between(episode, end, end + 2)).get(0);
            assertThat(Episodes.speed(next))
                    .isCloseTo(
                            Units.toKmh(episode.trajectory().speed(Episodes.time(next))),
                            within(2.5))
                    .isLessThan(Episodes.speed(last) - 22);
            assertThat(position(next).getLatitude()).isNotEqualTo(position(last).getLatitude());
            stated += stale.statesAge() ? 1 : 0;
        }
        assertThat(stated).isBetween(DRAWS / 4, 3 * DRAWS / 4);
    }

    @Test
    void aZeroedFixIsFrozenWithSpeedZeroWhileTheVehicleDrivesOn() {
        for (int seed = 0; seed < DRAWS; seed++) {
            ZeroedFix zeroed = ZeroedFix.draw(new Rng(seed));
            Episode episode = Episodes.of(zeroed, DeviceKind.BLACK_BOX, BLACK_BOX, seed);
            TelemetryRecord last = last(regular(Episodes.between(episode, 0, AT)));
            double end = AT + zeroed.length();
            for (TelemetryRecord report : regular(Episodes.between(episode, AT, end))) {
                assertFrozen(report, last, zeroed.statesAge());
                assertThat(Episodes.speed(report)).isZero();
                assertThat(episode.trajectory().speed(Episodes.time(report))).isGreaterThan(15);
            }
            TelemetryRecord next = regular(Episodes.between(episode, end, end + 2)).get(0);
            assertThat(Episodes.speed(next)).isGreaterThan(55);
        }
    }

    @Test
    void aWheelSpeedDropoutIsZeroForOneToThreeSeconds() {
        for (int seed = 0; seed < DRAWS; seed++) {
            WheelDropout dropout = WheelDropout.draw(new Rng(seed));
            Episode episode = Episodes.of(dropout, EMBEDDED, seed);
            List<TelemetryRecord> zero =
                    Episodes.between(episode, AT - 10, AT + 20).stream()
                            .filter(report -> Episodes.speed(report) == 0)
                            .toList();
            assertThat(zero).hasSizeBetween(1, 3);
            assertThat(episode.trajectory().speed(AT + 1)).isGreaterThan(10);
        }
    }

    @Test
    void aJumpOfThePositionLeavesTheSpeedTrue() {
        for (int seed = 0; seed < DRAWS; seed++) {
            PositionJump jump = PositionJump.draw(new Rng(seed));
            Episode episode = Episodes.of(jump, DeviceKind.BLACK_BOX, BLACK_BOX, seed);
            TelemetryRecord before = last(Episodes.between(episode, 0, AT));
            List<TelemetryRecord> away = Episodes.between(episode, AT, AT + jump.length());
            assertThat(away).isNotEmpty();
            double moved = metres(position(before), position(away.get(0)));
            assertThat(moved).isCloseTo(jump.distance(), within(32.0));
            for (TelemetryRecord report : away) {
                double truth = Units.toKmh(episode.trajectory().speed(Episodes.time(report)));
                assertThat(Episodes.speed(report)).isCloseTo(truth, within(3.0));
            }
        }
    }

    @Test
    void aVehicleStopsAtALightAfterAHardKerbStrike() {
        KerbStrike strike = KerbStrike.beforeRedLight(new Rng(3));
        Episode episode = Episodes.of(strike, EMBEDDED, 3);

        assertThat(episode.trajectory().speed(AT + 3)).isGreaterThan(8);
        assertThat(episode.trajectory().speed(AT + strike.stopsAfter() + 8)).isZero();
    }

    @Test
    void aDriverDeniesAHardKerbStrikeOnce() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Episode episode = Episodes.of(KerbStrike.denied(new Rng(seed)), EMBEDDED, seed);
            assertThat(episode.reports())
                    .extracting(TelemetryRecord::getDriverResponse)
                    .containsOnlyOnce(DriverResponse.NO_CRASH)
                    .doesNotContain(DriverResponse.NEEDS_HELP);
            assertThat(Episodes.bursts(episode)).hasSize(1);
        }
    }

    private static void assertFrozen(TelemetryRecord report, TelemetryRecord last, boolean age) {
        assertThat(position(report).getLatitude()).isEqualTo(position(last).getLatitude());
        assertThat(position(report).getLongitude()).isEqualTo(position(last).getLongitude());
        Integer expected = (int) Math.round(1000 * (Episodes.time(report) - Episodes.time(last)));
        assertThat(position(report).getFixAge()).isEqualTo(age ? expected : null);
    }

    private static Position position(TelemetryRecord report) {
        return Objects.requireNonNull(report.getPosition());
    }

    private static List<TelemetryRecord> regular(List<TelemetryRecord> reports) {
        return reports.stream().filter(report -> report.getPosition() != null).toList();
    }

    private static TelemetryRecord last(List<TelemetryRecord> reports) {
        return reports.get(reports.size() - 1);
    }

    private static double metres(Position a, Position b) {
        double north = 111_195 * (b.getLatitude() - a.getLatitude());
        double east = 111_195 * (b.getLongitude() - a.getLongitude());
        return Math.hypot(north, east * Math.cos(Math.toRadians(a.getLatitude())));
    }

    private static long phonesHandled(Episode episode) {
        return episode.reports().stream()
                .map(TelemetryRecord::getPhone)
                .filter(phone -> phone != null && Boolean.TRUE.equals(phone.getIsHandled()))
                .count();
    }

    private static double[] change(ImuBurst burst) {
        return Episodes.deltaV(burst, AT, -0.005, 0.2);
    }

    private static double peak(ImuBurst burst) {
        return summary(burst, size -> size).stream().mapToDouble(size -> size).max().orElse(0);
    }

    private static double secondsBelow(ImuBurst burst, double limit) {
        double rate = burst.getRate();
        return summary(burst, size -> size < limit ? 1 / rate : 0.0).stream()
                .mapToDouble(part -> part)
                .sum();
    }

    private static List<Double> summary(ImuBurst burst, Function<Double, Double> of) {
        return java.util.stream.IntStream.range(0, burst.getX().size())
                .mapToObj(i -> of.apply(size(burst, i)))
                .toList();
    }

    private static double size(ImuBurst burst, int i) {
        double x = burst.getX().get(i);
        double y = burst.getY().get(i);
        double z = burst.getZ().get(i);
        return Math.sqrt(x * x + y * y + z * z);
    }
}
