// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.LowVoltageSystemState;
import io.odograph.schemas.Rollover;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.schemas.VehicleState;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.scenario.Approach;
import io.odograph.simulator.scenario.Crash;
import io.odograph.simulator.scenario.Crashes;
import io.odograph.simulator.scenario.Impact;
import io.odograph.simulator.sensor.SensorModel;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every kind of crash against physics and against what it promises to report. */
class CrashesTest {

    private static final int DRAWS = 60;
    private static final double AT = Episodes.AT;
    private static final SensorModel EMBEDDED = SensorModel.of(DeviceKind.EMBEDDED);

    /** 100 Hz, vehicle axes, no gravity, neither clipped nor noisy. */
    private static final SensorModel IDEAL =
            EMBEDDED.withImu(EMBEDDED.imu().withRangeOf(1000).withNoise(0));

    private static final List<Function<Rng, Crash>> RECORDED = Crashes.of(DeviceKind.PHONE);

    @Test
    void theIntegralOfEveryRecordingIsTheTrueChangeOfVelocityAndItsDirection() {
        for (var kind : RECORDED) {
            for (int seed = 0; seed < DRAWS; seed++) {
                Crash crash = onIce(kind.apply(new Rng(seed)));
                Episode episode = Episodes.of(crash, IDEAL, seed);
                ExpectedCrash truth = Objects.requireNonNull(episode.crash());
                double width = crash.impact().width();
                ImuBurst burst = Episodes.bursts(episode).get(0);
                double[] v = Episodes.deltaV(burst, AT, -0.005, width + 0.005);
                double size = Math.hypot(v[0], v[1]);
                assertThat(size / truth.deltaV()).as("%s", crash).isCloseTo(1, within(0.03));
                double direction = Math.toDegrees(Math.atan2(v[1], -v[0]));
                double off = Math.abs(direction - truth.direction()) % 360;
                assertThat(Math.min(off, 360 - off)).as("%s", crash).isLessThan(2.5);
            }
        }
    }

    @Test
    void theDirectionIsWhereTheForceComesFrom() {
        assertThat(truth(Crashes::frontal).direction()).isZero();
        assertThat(truth(Crashes::rearEnd).direction()).isEqualTo(180);
        assertThat(truth(Crashes::rearEndStanding).direction()).isEqualTo(180);
        assertThat(truth(Crashes::sideRight).direction()).isBetween(60.0, 110.0);
        assertThat(truth(Crashes::sideLeft).direction()).isBetween(250.0, 300.0);
        assertThat(truth(Crashes::oblique).direction() % 315).isBetween(15.0, 45.0);
    }

    @Test
    void everyCrashEndsAtRestForGood() {
        for (int seed = 0; seed < 5 * DRAWS; seed++) {
            Crash crash = Crashes.any(new Rng(seed));
            Episode episode = Episodes.of(crash, EMBEDDED, seed);
            double quiet = AT + (crash.further().isEmpty() ? 12 : 52);
            for (double time = quiet; time < 119; time += 1) {
                assertThat(episode.trajectory().speed(time)).as("%s", crash).isZero();
            }
        }
    }

    @Test
    void theSpeedBeforeIsThatOfTheStory() {
        for (int seed = 0; seed < DRAWS; seed++) {
            for (Function<Rng, Crash> kind :
                    List.<Function<Rng, Crash>>of(
                            Crashes::frontal, Crashes::frontalAfterBraking, Crashes::rearEnd)) {
                Crash crash = kind.apply(new Rng(seed));
                ExpectedCrash truth =
                        Objects.requireNonNull(Episodes.of(crash, EMBEDDED, seed).crash());
                assertThat(truth.speedBefore())
                        .as("%s", crash)
                        .isCloseTo(Units.toKmh(crash.approach().speed()), within(6.0));
            }
        }
    }

    @Test
    void brakingBeforeTheImpactIsAsHardAsDrawn() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Crash crash = Crashes.frontalAfterBraking(new Rng(seed));
            Episode episode = Episodes.of(crash, EMBEDDED, seed);
            assertThat(crash.approach().deceleration() / Units.G).isBetween(0.5, 0.9);
            assertThat(episode.trajectory().forward(AT - 0.2))
                    .isCloseTo(-crash.approach().deceleration(), within(0.7));
            assertThat(episode.trajectory().forward(AT - 1.9)).isBetween(-2.0, 2.0);
        }
    }

    @Test
    void aVehicleStruckInTrafficStandsWithItsIgnitionOn() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Episode episode = Episodes.of(Crashes.rearEndStanding(new Rng(seed)), EMBEDDED, seed);
            for (TelemetryRecord report : Episodes.between(episode, AT - 2.5, AT - 0.1)) {
                assertThat(Episodes.speed(report)).isZero();
            }
            assertThat(episode.trajectory().speed(AT - 35)).isPositive();
            assertThat(Objects.requireNonNull(episode.crash()).speedBefore()).isZero();
            assertThat(states(episode))
                    .extracting(VehicleState::getLowVoltageSystemState)
                    .containsOnly(LowVoltageSystemState.ON);
        }
    }

    @Test
    void aParkedVehicleThatIsHitHasItsIgnitionOffAndReports() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Episode episode = Episodes.of(Crashes.parked(new Rng(seed)), EMBEDDED, seed);
            assertThat(states(episode))
                    .extracting(VehicleState::getLowVoltageSystemState)
                    .containsOnly(LowVoltageSystemState.OFF);
            assertThat(Episodes.bursts(episode)).hasSize(1);
            assertThat(Episodes.between(episode, 0, AT)).hasSizeBetween(1, 2);
            assertThat(Episodes.between(episode, AT, AT + 20)).hasSizeBetween(19, 21);
        }
    }

    @Test
    void furtherBlowsAreRecordedEach() {
        int third = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            Crash crash = onIce(Crashes.multiple(new Rng(seed)));
            Episode episode = Episodes.of(crash, IDEAL, seed);
            assertThat(Episodes.bursts(episode)).hasSize(1 + crash.further().size());
            assertThat(Objects.requireNonNull(episode.crash()).secondaryImpacts())
                    .isEqualTo(crash.further().size());
            third += crash.further().size() - 1;
            var second = crash.further().get(0);
            assertThat(second.after()).isBetween(2.0, 40.0);
            assertThat(second.deltaV())
                    .isBetween(0.3 * crash.impact().deltaV(), 0.7 * crash.impact().deltaV());
            double contact = AT + second.after();
            double[] v =
                    Episodes.deltaV(
                            Episodes.bursts(episode).get(1),
                            contact,
                            -0.005,
                            second.width() + 0.005);
            assertThat(Math.hypot(v[0], v[1]))
                    .isCloseTo(
                            Units.toKmh(second.deltaV()),
                            within(0.03 * Units.toKmh(second.deltaV())));
        }
        assertThat(third).isBetween(DRAWS / 4, 3 * DRAWS / 4);
    }

    @Test
    void aFurtherBlowMovesWhatRests() {
        Impact second = Impact.first(0, 5, 0.1, 0, 6).after(20);
        Crash crash = Crashes.frontal(new Rng(1)).followedBy(List.of(second));
        Episode episode = Episodes.of(crash, EMBEDDED, 1);
        assertThat(episode.trajectory().speed(AT + 19.8)).isZero();
        assertThat(episode.trajectory().speed(AT + 20.1)).isCloseTo(5, within(0.5));
        assertThat(episode.trajectory().speed(AT + 25)).isZero();
    }

    @Test
    void aDeviceThatDiesSendsItsRecordingAndNothingAfterTwoSeconds() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Episode episode = Episodes.of(Crashes.silent(new Rng(seed)), EMBEDDED, seed);
            assertThat(Objects.requireNonNull(episode.crash()).fallsSilent()).isTrue();
            assertThat(Episodes.bursts(episode)).hasSize(1);
            assertThat(Episodes.between(episode, AT, 120)).hasSizeBetween(1, 5);
            assertThat(Episodes.between(episode, AT + 4.1, 120)).isEmpty();
        }
    }

    @Test
    void anUnrecordedCrashShowsInItsFlagsAlone() {
        int[] seen = new int[3];
        for (int seed = 0; seed < DRAWS; seed++) {
            Episode episode = Episodes.of(Crashes.flagged(new Rng(seed)), EMBEDDED, seed);
            assertThat(Episodes.bursts(episode)).isEmpty();
            TelemetryRecord before = Episodes.between(episode, AT - 1, AT).get(0);
            TelemetryRecord after = Episodes.between(episode, AT + 1, AT + 2).get(0);
            assertThat(before.getCrashReported()).isNotEqualTo(true);
            VehicleState state = after.getVehicle();
            boolean airbag = state != null && Boolean.TRUE.equals(state.getAirbagDeployed());
            boolean cut = state != null && Boolean.TRUE.equals(state.getFuelCutOff());
            boolean off =
                    state != null && state.getLowVoltageSystemState() == LowVoltageSystemState.OFF;
            boolean reported = Boolean.TRUE.equals(after.getCrashReported());
            assertThat(cut).isEqualTo(off);
            seen[0] += airbag ? 1 : 0;
            seen[1] += cut ? 1 : 0;
            seen[2] += reported ? 1 : 0;
        }
        assertThat(seen[0] + seen[1] + seen[2]).isEqualTo(DRAWS);
        assertThat(seen).doesNotContain(0);
    }

    @Test
    void aRolloverIsReportedAndTurnsGravity() {
        int turned = 0;
        SensorModel withGravity = IDEAL.withImu(IDEAL.imu().withGravity(true));
        for (int seed = 0; seed < DRAWS; seed++) {
            Episode episode = Episodes.of(Crashes.rollover(new Rng(seed)), withGravity, seed);
            TelemetryRecord after = Episodes.between(episode, AT + 1, AT + 2).get(0);
            assertThat(Objects.requireNonNull(after.getVehicle()).getRollover())
                    .isEqualTo(Rollover.DETECTED);
            List<Float> z = Episodes.bursts(episode).get(0).getZ();
            assertThat(z.get(0)).isCloseTo((float) Units.G, within(3f));
            turned += z.get(z.size() - 1) < 5 ? 1 : 0;
        }
        assertThat(turned).isGreaterThan(DRAWS / 2);
    }

    @Test
    void aSpeedOnlyCrashIsAFallOfSpeedNoBrakesCanReachAndThenRest() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Crash crash = Crashes.speedOnly(new Rng(seed));
            Episode episode = Episodes.of(crash, SensorModel.speedOnly(SpeedSource.WHEEL), seed);
            assertThat(Episodes.bursts(episode)).isEmpty();
            TelemetryRecord before = Episodes.between(episode, AT - 1, AT).get(0);
            TelemetryRecord after = Episodes.between(episode, AT + 0.2, AT + 1.2).get(0);
            assertThat(Objects.requireNonNull(episode.crash()).deltaV()).isGreaterThan(45);
            double fall = Episodes.speed(before) - Episodes.speed(after);
            assertThat(fall).as("%s", crash).isGreaterThan(35.0);
            assertThat(Episodes.speed(Episodes.between(episode, AT + 10, AT + 11).get(0))).isZero();
        }
    }

    @Test
    void theDriverAsksForHelpOnce() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Crash crash = Crashes.helpAsked(new Rng(seed));
            Episode episode = Episodes.of(crash, EMBEDDED, seed);
            List<TelemetryRecord> answers =
                    episode.reports().stream()
                            .filter(r -> r.getDriverResponse() != DriverResponse.UNKNOWN)
                            .toList();
            assertThat(answers).hasSize(1);
            assertThat(answers.get(0).getDriverResponse()).isEqualTo(DriverResponse.NEEDS_HELP);
            assertThat(Episodes.time(answers.get(0)) - AT - crash.helpAskedAfter())
                    .isBetween(-0.001, 1.0);
        }
    }

    /** Without braking and sliding, which are no part of the change of velocity by the blow. */
    private static Crash onIce(Crash crash) {
        Approach free = crash.approach().braking(0, crash.approach().lasts());
        List<Impact> further = crash.further().stream().map(CrashesTest::onIce).toList();
        return new Crash(
                crash.kind(),
                free,
                onIce(crash.impact()),
                further,
                crash.signs(),
                crash.helpAskedAfter());
    }

    private static Impact onIce(Impact blow) {
        return Impact.first(blow.forward(), blow.left(), blow.width(), 0, 1e-6).after(blow.after());
    }

    private static ExpectedCrash truth(Function<Rng, Crash> kind) {
        return Objects.requireNonNull(Episodes.of(kind.apply(new Rng(1)), EMBEDDED, 1).crash());
    }

    private static List<VehicleState> states(Episode episode) {
        return episode.reports().stream()
                .map(TelemetryRecord::getVehicle)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
