// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.schemas.DeviceKind;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Rotation;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.motion.VehicleModel;
import io.odograph.simulator.scenario.Approach;
import io.odograph.simulator.scenario.Crash;
import io.odograph.simulator.scenario.CrashKind;
import io.odograph.simulator.scenario.HardBraking;
import io.odograph.simulator.scenario.Impact;
import io.odograph.simulator.scenario.KerbStrike;
import io.odograph.simulator.scenario.PhoneDrop;
import io.odograph.simulator.scenario.RoadBump;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.VehiclePlan;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an accelerometer makes of each scenario, against the measured figures. */
class RecordingTest {

    private static final double AT = 120.123;
    private static final int DRAWS = 40;
    private static final List<Function<Rng, Crash>> CRASHES =
            List.of(Crash::frontal, Crash::rearEnd, Crash::side, Crash::rollover);

    @Test
    void theIntegralOfACrashIsItsDeltaV() {
        for (double rate : new double[] {20, 50, 100, 200}) {
            for (var kind : CRASHES) {
                for (int seed = 0; seed < DRAWS; seed++) {
                    Crash crash = onIce(kind.apply(new Rng(seed)));
                    Recording r = record(crash, seed, ideal(rate, 1e6, false));
                    double truth = crash.impact().deltaV();
                    assertThat(deltaV(r, rate, crash.impact().width()) / truth)
                            .as("%s at %s Hz", crash, rate)
                            .isCloseTo(1, within(0.02));
                }
            }
        }
    }

    @Test
    void crashesStayAboveFourGForFiftyToOneHundredAndFortyMilliseconds() {
        for (var kind : CRASHES) {
            for (int seed = 0; seed < DRAWS; seed++) {
                Recording r = record(kind.apply(new Rng(seed)), seed, ideal(1000, 1e6, false));
                assertThat(secondsAbove(r, 1000, 4 * Units.G)).isBetween(0.05, 0.14);
                assertThat(peak(r) / Units.G).isBetween(7.0, 40.0);
            }
        }
    }

    @Test
    void aClippedCrashShowsLessThanItsDeltaV() {
        Crash crash =
                new Crash(CrashKind.FRONTAL, Approach.moving(14), Impact.first(-15, 0, 0.1, 0, 5));
        Recording clipped = record(crash, 1, ideal(100, 4 * Units.G, false));
        assertThat(deltaV(clipped, 100, 0.12)).isLessThan(0.5 * 15);
        double lowest = 0;
        for (float x : clipped.x()) {
            lowest = Math.min(lowest, x);
        }
        assertThat(lowest).isEqualTo((float) (-4 * Units.G));
    }

    @Test
    void aDropFallsFreelyAndLandsHardAndBriefly() {
        for (int seed = 0; seed < DRAWS; seed++) {
            PhoneDrop drop = PhoneDrop.moving(new Rng(seed));
            Recording r = record(drop, seed, ideal(1000, 1e6, true));
            assertThat(secondsBelow(r, 1000, 0.4 * Units.G)).isBetween(0.6, 1.05);
            assertThat(secondsAbove(r, 1000, 4 * Units.G)).isBetween(0.03, 0.045);
            assertThat(peak(r) / Units.G).isGreaterThan(16);
        }
    }

    @Test
    void aDropClipsASixteenGPhone() {
        for (int seed = 0; seed < DRAWS; seed++) {
            ImuSensor phone = SensorModel.of(DeviceKind.PHONE).imu();
            Recording r = record(PhoneDrop.moving(new Rng(seed)), seed, phone);
            long clipped = 0;
            for (float z : r.z()) {
                clipped += z == 156.9f ? 1 : 0;
            }
            assertThat(clipped).isBetween(1L, 4L);
        }
    }

    @Test
    void roadDefectsStayBelowThreeGWithGravityAndChangeNoVelocity() {
        for (int seed = 0; seed < DRAWS; seed++) {
            for (RoadBump bump :
                    List.of(RoadBump.pothole(new Rng(seed)), RoadBump.speedBump(new Rng(seed)))) {
                Recording r = record(bump, seed, ideal(100, 1e6, true));
                assertThat(peak(r) / Units.G).isBetween(1.5, 2.9);
                Recording free = record(bump, seed, ideal(100, 1e6, false));
                assertThat(Units.toKmh(largestIn150Millis(free, 100))).isLessThan(4.4);
            }
        }
    }

    @Test
    void hardBrakingStaysBelowOneG() {
        for (int seed = 0; seed < DRAWS; seed++) {
            HardBraking braking = HardBraking.draw(new Rng(seed), seed % 2 == 0 ? 0 : 20);
            Recording r = record(braking, seed, ideal(100, 1e6, false));
            assertThat(Units.toKmh(largestIn150Millis(r, 100))).isBetween(3.8, 5.8);
        }
    }

    @Test
    void aKerbStrikeHasTheDeltaVThatWasAskedFor() {
        Recording r = record(KerbStrike.draw(new Rng(3), 9.5), 3, ideal(100, 1e6, false));
        assertThat(Units.toKmh(largestIn150Millis(r, 100))).isCloseTo(9.5, within(0.7));
    }

    @Test
    void theTriggerStaysQuietBelowItsThreshold() {
        ImuSensor deaf = new ImuSensor(100, 156.9, true, false, 0.1, 500, 1, 1);
        VehiclePlan plan = plan(Crash.frontal(new Rng(1)), 1, deaf);
        assertThat(recording(plan, 1, deaf)).isNull();
    }

    @Test
    void mountingTurnsTheAxesAndNothingElse() {
        Crash crash = Crash.frontal(new Rng(4));
        ImuSensor device = new ImuSensor(100, 1e6, false, true, 0, 1, 1, 1);
        VehiclePlan plan = plan(crash, 4, device);
        Recording straight = Objects.requireNonNull(recording(plan, 4, device));
        plan.remount(Mounting.fixed(Rotation.random(new Rng(8))));
        Recording turned = Objects.requireNonNull(recording(plan, 4, device));
        assertThat(turned.x()).isNotEqualTo(straight.x());
        for (int i = 0; i < turned.x().length; i++) {
            assertThat(size(turned, i)).isCloseTo(size(straight, i), within(0.02));
        }
    }

    /** Without friction, which goes on after the pulse and is no part of its delta-V. */
    private static Crash onIce(Crash c) {
        Impact i = c.impact();
        return new Crash(
                c.kind(),
                c.approach(),
                Impact.first(i.forward(), i.left(), i.width(), i.yawRate(), 1e-6));
    }

    private static ImuSensor ideal(double rate, double range, boolean gravity) {
        return new ImuSensor(rate, range, true, gravity, 0, 1, 1.2, 1);
    }

    private static Recording record(Scenario scenario, int seed, ImuSensor imu) {
        return Objects.requireNonNull(recording(plan(scenario, seed, imu), seed, imu));
    }

    private static VehiclePlan plan(Scenario scenario, int seed, ImuSensor imu) {
        SensorModel sensors =
                new SensorModel(new GnssSensor(1, 1, 1, 1), imu, true, true, false, false);
        VehiclePlan plan =
                new VehiclePlan(1, DeviceKind.PHONE, true, sensors, Mounting.fixed(Rotation.NONE));
        plan.drive().departAt(5);
        plan.add(scenario, AT, new Rng(seed));
        return plan;
    }

    private static @Nullable Recording recording(VehiclePlan plan, int seed, ImuSensor imu) {
        Trajectory trajectory = VehicleModel.drive(plan.drive(), new Rng(seed), 200);
        Shock shock = plan.shocks().get(0);
        return imu.record(shock, plan.shocks(), trajectory, plan.mounting(), new Rng(seed));
    }

    /** Integral from just before the shock over a time, m/s. */
    private static double deltaV(Recording r, double rate, double seconds) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < r.x().length; i++) {
            double t = i / rate - 1.2;
            if (t >= -1 / rate && t <= seconds + 1 / rate) {
                x += r.x()[i] / rate;
                y += r.y()[i] / rate;
                z += r.z()[i] / rate;
            }
        }
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static double largestIn150Millis(Recording r, double rate) {
        int window = (int) (0.15 * rate);
        double largest = 0;
        for (int i = 0; i + window <= r.x().length; i++) {
            double[] v = new double[3];
            for (int j = i; j < i + window; j++) {
                v[0] += r.x()[j] / rate;
                v[1] += r.y()[j] / rate;
                v[2] += r.z()[j] / rate;
            }
            largest = Math.max(largest, Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]));
        }
        return largest;
    }

    private static double secondsAbove(Recording r, double rate, double limit) {
        int n = 0;
        for (int i = 0; i < r.x().length; i++) {
            n += size(r, i) > limit ? 1 : 0;
        }
        return n / rate;
    }

    private static double secondsBelow(Recording r, double rate, double limit) {
        int n = 0;
        for (int i = 0; i < r.x().length; i++) {
            n += size(r, i) < limit ? 1 : 0;
        }
        return n / rate;
    }

    private static double peak(Recording r) {
        double peak = 0;
        for (int i = 0; i < r.x().length; i++) {
            peak = Math.max(peak, size(r, i));
        }
        return peak;
    }

    private static double size(Recording r, int i) {
        return Math.sqrt(
                (double) r.x()[i] * r.x()[i]
                        + (double) r.y()[i] * r.y()[i]
                        + (double) r.z()[i] * r.z()[i]);
    }
}
