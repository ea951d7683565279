// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import org.junit.jupiter.api.Test;

class VehicleModelTest {

    @Test
    void ordinaryDrivingStaysWithinWhatCarsAndDriversDo() {
        for (int seed = 0; seed < 20; seed++) {
            Trajectory t = VehicleModel.drive(new DrivePlan(), new Rng(seed), 1200);
            double fastest = 0;
            double turning = 0;
            int standing = 0;
            for (double time = 0; time < 1200; time += 0.1) {
                assertThat(t.forward(time)).isBetween(-4.1, 1.9);
                assertThat(t.left(time)).isBetween(-3.4, 3.4);
                fastest = Math.max(fastest, t.speed(time));
                turning = Math.max(turning, Math.abs(t.yawRate(time)));
                standing += t.speed(time) == 0 ? 1 : 0;
            }
            assertThat(Units.toKmh(fastest)).isBetween(35.0, 130.0);
            assertThat(turning).isBetween(0.3, 0.7);
            assertThat(standing).isBetween(30, 8000);
        }
    }

    @Test
    void speedPositionAndOdometerAgree() {
        Trajectory t = VehicleModel.drive(new DrivePlan(), new Rng(3), 600);
        for (double time = 1; time < 599; time += 1) {
            double moved =
                    Math.hypot(t.east(time + 1) - t.east(time), t.north(time + 1) - t.north(time));
            double counted = t.odometer(time + 1) - t.odometer(time);
            double mean = (t.speed(time) + t.speed(time + 1)) / 2;
            assertThat(moved).isLessThanOrEqualTo(counted + 1e-6);
            assertThat(counted).isCloseTo(mean, within(0.6));
        }
    }

    @Test
    void aPlannedCruiseIsKept() {
        DrivePlan plan = new DrivePlan();
        plan.cruise(60, 200, 20);
        Trajectory t = VehicleModel.drive(plan, new Rng(1), 300);
        for (double time = 105; time < 200; time += 1) {
            assertThat(t.speed(time)).isCloseTo(20, within(0.6));
            assertThat(t.yawRate(time)).isZero();
        }
    }

    @Test
    void aPlannedBrakingReachesItsDecelerationAndItsSpeed() {
        DrivePlan plan = new DrivePlan();
        plan.cruise(40, 100, 25);
        plan.brake(100, 9, 0);
        Trajectory t = VehicleModel.drive(plan, new Rng(1), 300);
        assertThat(t.forward(101.5)).isCloseTo(-9, within(0.01));
        for (double time = 104; time < 125; time += 1) {
            assertThat(t.speed(time)).isZero();
        }
        assertThat(t.speed(150)).isGreaterThan(5);
    }

    @Test
    void aFrontalCollisionReboundsAndRests() {
        Trajectory t = collide(new Pulse(100.05, 0.1, -22, 0, 0));
        assertThat(t.speed(100)).isCloseTo(20, within(0.6));
        assertThat(t.speed(100.2)).isCloseTo(22 - t.speed(100), within(0.5));
        assertThat(t.speed(103)).isZero();
        assertThat(t.meanForward(100.5)).isCloseTo(-t.speed(99.5), within(0.7));
    }

    @Test
    void aSideCollisionAddsAsVectorsDo() {
        Trajectory t = collide(new Pulse(100.05, 0.1, 0, 10, 0));
        assertThat(t.speed(100.2)).isCloseTo(Math.hypot(t.speed(100), 10), within(0.6));
        assertThat(t.speed(106)).isZero();
        assertThat(t.meanLeft(100.5)).isCloseTo(10, within(3.0));
    }

    @Test
    void nothingMovesAfterACollision() {
        Trajectory t = collide(new Pulse(100.05, 0.1, -22, 0, 0));
        for (double time = 103; time < 199; time += 1) {
            assertThat(t.speed(time)).isZero();
            assertThat(t.east(time)).isEqualTo(t.east(199));
            assertThat(t.yawRate(time)).isZero();
        }
    }

    @Test
    void aVehicleParksBeforeDepartureAndAfterArrival() {
        DrivePlan plan = new DrivePlan();
        plan.departAt(50);
        plan.arriveAt(200);
        Trajectory t = VehicleModel.drive(plan, new Rng(1), 400);
        assertThat(t.speed(49)).isZero();
        assertThat(t.speed(90)).isPositive();
        for (double time = 245; time < 399; time += 1) {
            assertThat(t.speed(time)).isZero();
        }
    }

    private static Trajectory collide(Pulse pulse) {
        DrivePlan plan = new DrivePlan();
        plan.cruise(40, 101, 20);
        plan.collide(new Collision(pulse, 0, 6));
        return VehicleModel.drive(plan, new Rng(1), 200);
    }
}
