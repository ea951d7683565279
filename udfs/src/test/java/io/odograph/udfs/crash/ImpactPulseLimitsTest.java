// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Pulse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clipping, free fall and width: what tells a crash from a knocked device. */
class ImpactPulseLimitsTest {

    private static final double G = 9.80665;

    @Test
    void aClippedPulseSaysSoAndIsALowerBound() {
        ImpactPulse whole = measure(Pulse.frontal(50));
        ImpactPulse clipped = measure(Pulse.frontal(50).range(8 * G));

        assertThat(whole.saturated()).isFalse();
        assertThat(whole.clipped()).isZero();
        assertThat(clipped.saturated()).isTrue();
        assertThat(clipped.deltaV()).isLessThan(whole.deltaV() * 0.7);
        assertThat(clipped.clipped()).isBetween(0.05, 0.08);
    }

    @Test
    void aSensorStopsALittleBelowItsRange() {
        ImuBurst burst = Pulse.frontal(50).range(8 * G).burst(0);
        ImuBurst wider =
                new ImuBurst(
                        0,
                        burst.rate(),
                        (float) (8.1 * G),
                        burst.frame(),
                        true,
                        burst.x(),
                        burst.y(),
                        burst.z());

        assertThat(ImpactPulse.measure(wider).saturated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(floats = {0, -1, Float.NaN})
    void aRangeThatIsNotStatedIsNone(float range) {
        ImuBurst burst = Pulse.frontal(20).burst(0);
        ImuBurst unstated =
                new ImuBurst(
                        0,
                        burst.rate(),
                        range,
                        burst.frame(),
                        true,
                        burst.x(),
                        burst.y(),
                        burst.z());

        assertThat(ImpactPulse.measure(unstated).saturated()).isFalse();
        assertThat(ImpactPulse.measure(unstated).clipped()).isZero();
    }

    @Test
    void anAxisThatStandsAtItsRangeIsBrokenNotClipped() {
        ImuBurst burst = Pulse.frontal(4).range(8 * G).burst(0);
        Arrays.fill(burst.y(), (float) (8 * G));

        ImpactPulse pulse = ImpactPulse.measure(burst);

        assertThat(pulse.saturated()).isFalse();
        assertThat(pulse.clipped()).isZero();
        assertThat(pulse.deltaV()).isCloseTo(4, within(0.1));
    }

    @Test
    void verticalClippingDoesNotSpoilWhatIsHorizontal() {
        Pulse pothole = Pulse.of(-10, 0, 40).range(10 * G);

        assertThat(measure(pothole).saturated()).isFalse();
        assertThat(measure(pothole.inDeviceAxes()).saturated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.2", "0.3, 0.3", "0.6, 0.6"})
    void weightlessnessBeforeThePeakIsMeasured(double fall, double expected) {
        ImpactPulse pulse = measure(Pulse.of(0, 0, 12).lasting(20).inDeviceAxes().after(fall));

        assertThat(pulse.freeFall()).isCloseTo(expected, within(0.011));
    }

    @Test
    void weightlessnessIsLookedForOnlyWithGravityAndJustBefore() {
        Pulse fall = Pulse.of(0, 0, 12).lasting(20).inDeviceAxes().after(0.5);
        assertThat(measure(fall.withoutGravity()).freeFall()).isZero();

        ImuBurst burst = Pulse.of(0, 0, 12).lasting(20).inDeviceAxes().within(4, 1).burst(0);
        Arrays.fill(burst.z(), 200, 260, 0f);
        assertThat(ImpactPulse.measure(burst).freeFall()).isZero();
        Arrays.fill(burst.z(), 230, 290, 0f);
        assertThat(ImpactPulse.measure(burst).freeFall()).isCloseTo(0.9, within(0.011));
    }

    @Test
    void timeAboveFourGIsThatOfThePulse() {
        // A half-sine of peak p is above 4 g for 1 - 2/pi asin(4 g / p) of its time.
        double peak = 30 / 3.6 * Math.PI / 2 / 0.1;
        double expected = 0.1 * (1 - 2 / Math.PI * Math.asin(4 * G / peak));

        assertThat(measure(Pulse.frontal(30).at(1_000)).aboveFourG())
                .isCloseTo(expected, within(0.003));
        assertThat(measure(Pulse.frontal(8)).aboveFourG()).isZero();
    }

    @Test
    void thePeakIsTakenBehindTheLowPass() {
        ImuBurst burst = Pulse.frontal(0).at(1_000).burst(0);
        burst.x()[1_000] = 300;

        assertThat(ImpactPulse.measure(burst).peakAcceleration()).isLessThan(90);
    }

    private static ImpactPulse measure(Pulse pulse) {
        return ImpactPulse.measure(pulse.burst(Drive.START));
    }
}
