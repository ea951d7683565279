// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Pulse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactPulseTest {

    private static final double G = 9.80665;

    @ParameterizedTest
    @ValueSource(doubles = {5, 8, 20, 56})
    void deltaVOfAPulseComesOut(double deltaV) {
        ImpactPulse pulse = measure(Pulse.frontal(deltaV));

        assertThat(pulse.deltaV()).isCloseTo(deltaV, within(deltaV * 0.01));
        assertThat(pulse.peakAcceleration())
                .isCloseTo(deltaV / 3.6 * Math.PI / 2 / 0.1, within(deltaV * 0.1));
        assertThat(pulse.saturated()).isFalse();
        assertThat(pulse.time()).isBetween(Drive.START + 1_000, Drive.START + 1_040);
    }

    @ParameterizedTest
    @CsvSource({
        "-30, 0, 0", // from the front
        "30, 0, 180", // from behind
        "0, 30, 90", // from the right
        "0, -30, 270", // from the left
        "-30, 30, 45",
        "-20, -34.641, 300",
        "25, 1, 177.709"
    })
    void partsAndDirectionOfABlowComeOut(double forward, double left, double direction) {
        ImpactPulse pulse = measure(Pulse.of(forward, left, 0));

        assertThat(pulse.forward()).isCloseTo(forward, within(0.3));
        assertThat(pulse.left()).isCloseTo(left, within(0.3));
        assertThat(pulse.deltaV()).isCloseTo(Math.hypot(forward, left), within(0.3));
        assertThat(Incidents.withPulse(pulse).directionOfForce())
                .isCloseTo(direction, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 25, 50, 100, 400, 3_200})
    void deltaVHangsLittleOnTheRate(double rate) {
        ImpactPulse pulse = measure(Pulse.of(-25, 12, 0).at(rate));

        double deltaV = Math.hypot(25, 12);
        assertThat(pulse.deltaV()).isCloseTo(deltaV, within(deltaV * (rate < 50 ? 0.05 : 0.02)));
        assertThat(pulse.rate()).isEqualTo(rate);
    }

    @Test
    void onlyTheWindowOfAnEventDataRecorderCounts() {
        ImpactPulse slow = measure(Pulse.frontal(30).lasting(600));

        // Of a half-sine of 600 ms the middle 150 ms carry sin(22.5 degrees).
        assertThat(slow.deltaV()).isCloseTo(30 * Math.sin(Math.PI / 8), within(0.3));
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "100, 90", "140, 130", "400, 250"})
    void durationIsThatAboveContactAndBounded(double millis, double expected) {
        ImpactPulse pulse = measure(Pulse.frontal(50).lasting(millis).at(400));

        assertThat(pulse.duration()).isCloseTo(expected, within(10.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 5, 7, 10, 13, 16.7, 20, 30, 50, 100, 200})
    void noRateMakesAnImpactOfEmergencyBraking(double rate) {
        Pulse still = Pulse.of(0, 0, 0).at(rate).within(30, 2);
        ImuBurst burst = still.burst(0);
        for (int i = burst.x().length - (int) Math.ceil(3 * rate); i < burst.x().length; i++) {
            burst.x()[i] = (float) (-1.1 * G);
        }

        assertThat(ImpactPulse.measure(burst).deltaV()).isLessThan(8);
    }

    @Test
    void whatIsVerticalIsNoImpactInVehicleAxes() {
        ImpactPulse pothole = measure(Pulse.of(-2, 0, 20).lasting(40));

        assertThat(pothole.deltaV()).isCloseTo(2, within(0.1));
        assertThat(pothole.peakAcceleration()).isGreaterThan(10 * G);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 2, 0", "2, 0, 1"})
    void inDeviceAxesMountingDoesNotMatter(int first, int second, int third) {
        ImuBurst upright = Pulse.of(-20, 10, 5).inDeviceAxes().burst(Drive.START);
        float[][] axes = {upright.x(), upright.y(), upright.z()};
        ImuBurst tilted =
                new ImuBurst(
                        upright.start(),
                        upright.rate(),
                        upright.range(),
                        AxesFrame.UNKNOWN,
                        true,
                        axes[first],
                        axes[second],
                        axes[third]);

        ImpactPulse pulse = ImpactPulse.measure(tilted);

        assertThat(pulse.deltaV()).isCloseTo(Math.sqrt(525), within(0.3));
        assertThat(pulse.forward()).isNaN();
        assertThat(pulse.left()).isNaN();
        ImpactPulse same = ImpactPulse.measure(upright);
        assertThat(pulse.deltaV()).isCloseTo(same.deltaV(), within(1e-9));
        assertThat(pulse.peakAcceleration()).isCloseTo(same.peakAcceleration(), within(1e-9));
        assertThat(pulse.time()).isEqualTo(same.time());
        assertThat(pulse.duration()).isEqualTo(same.duration());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gravityAloneIsNoPulse(boolean vehicleAxes) {
        Pulse still = Pulse.frontal(0);
        ImpactPulse pulse = measure(vehicleAxes ? still : still.inDeviceAxes());

        assertThat(pulse.deltaV()).isZero();
        assertThat(pulse.peakAcceleration()).isZero();
        assertThat(pulse.freeFall()).isZero();
    }

    @Test
    void aRecordingWithoutGravityIsMeasuredAlike() {
        ImpactPulse with = measure(Pulse.of(-20, 10, 0));
        ImpactPulse without = measure(Pulse.of(-20, 10, 0).withoutGravity());

        assertThat(without.deltaV()).isCloseTo(with.deltaV(), within(1e-6));
        assertThat(without.time()).isEqualTo(with.time());
    }

    @Test
    void aShortRecordingInVehicleAxesLosesGravityAlone() {
        ImpactPulse pulse = measure(Pulse.of(-20, 10, 0).within(0, 0.02));

        assertThat(pulse.deltaV()).isCloseTo(Math.hypot(20, 10), within(0.3));
        assertThat(pulse.peakAcceleration()).isLessThan(12 * G);
        assertThat(measure(Pulse.frontal(0).within(0, 0.2)).deltaV()).isZero();
    }

    @Test
    void anOffsetOfTheSensorIsNoPulse() {
        ImuBurst burst = Pulse.frontal(20).burst(0);
        for (int i = 0; i < burst.x().length; i++) {
            burst.x()[i] += 3;
            burst.z()[i] -= 1;
        }

        assertThat(ImpactPulse.measure(burst).deltaV()).isCloseTo(20, within(0.2));
    }

    @Test
    void aSlowRecordingOfBrakingIsNoImpact() {
        float[] still = {0, 0, 0, 0, 0, 0};
        float[] braking = {0, 0, 0, -6, -6, 0};
        ImuBurst burst =
                new ImuBurst(0, 2, Float.NaN, AxesFrame.VEHICLE, false, braking, still, still);

        assertThat(ImpactPulse.measure(burst).deltaV()).isCloseTo(3.24, within(0.01));
    }

    @Test
    void oneSampleIsMeasuredWithoutFault() {
        float[] one = {3f};
        ImuBurst burst = new ImuBurst(0, 100, Float.NaN, AxesFrame.UNKNOWN, false, one, one, one);

        assertThat(ImpactPulse.measure(burst).deltaV()).isZero();
        assertThat(ImpactPulse.measure(burst).duration()).isEqualTo(10);
    }

    @Test
    void theFirstContactOfALongPulseIsItsTime() {
        ImpactPulse pulse = measure(Pulse.frontal(90).lasting(240).within(1, 1));

        assertThat(pulse.time()).isBetween(Drive.START + 1_000, Drive.START + 1_020);
    }

    @Test
    void aClockSetBackMovesItsTimeAlone() {
        ImpactPulse pulse = measure(Pulse.frontal(20));

        assertThat(pulse.movedBack(70).time()).isEqualTo(pulse.time() - 70);
        assertThat(pulse.movedBack(70).movedBack(-70)).isEqualTo(pulse);
    }

    private static ImpactPulse measure(Pulse pulse) {
        return ImpactPulse.measure(pulse.burst(Drive.START));
    }
}
