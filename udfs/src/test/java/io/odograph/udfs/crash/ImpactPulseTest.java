// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.testing.Drive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactPulseTest {

    @ParameterizedTest
    @ValueSource(doubles = {5, 8, 20, 56})
    void deltaVOfAPulseComesOut(double deltaV) {
        ImpactPulse pulse = ImpactPulse.measure(Drive.pulse(Drive.START, deltaV));

        assertThat(pulse.deltaV()).isCloseTo(deltaV, within(deltaV * 0.01));
        assertThat(pulse.peakAcceleration())
                .isCloseTo(deltaV / 3.6 * Math.PI / 2 / 0.1, within(deltaV * 0.1));
        assertThat(pulse.saturated()).isFalse();
        assertThat(pulse.time()).isBetween(Drive.START + 1_000, Drive.START + 1_040);
    }

    @Test
    void mountingDoesNotMatter() {
        ImuBurst upright = Drive.pulse(Drive.START, 30);
        ImuBurst tilted =
                new ImuBurst(
                        upright.start(),
                        upright.rate(),
                        upright.range(),
                        AxesFrame.DEVICE,
                        true,
                        upright.z(),
                        upright.x(),
                        upright.y());

        assertThat(ImpactPulse.measure(tilted)).isEqualTo(ImpactPulse.measure(upright));
    }

    @Test
    void gravityAloneIsNoPulse() {
        ImpactPulse pulse = ImpactPulse.measure(Drive.pulse(Drive.START, 0));

        assertThat(pulse.deltaV()).isZero();
        assertThat(pulse.peakAcceleration()).isZero();
    }

    @Test
    void samplesAtTheRangeAreSaturated() {
        ImuBurst burst = Drive.pulse(Drive.START, 40);
        float[] clipped = burst.x().clone();
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.max(clipped[i], -78.4f);
        }
        ImpactPulse pulse =
                ImpactPulse.measure(
                        new ImuBurst(
                                burst.start(),
                                burst.rate(),
                                78.4f,
                                burst.frame(),
                                true,
                                clipped,
                                burst.y(),
                                burst.z()));

        assertThat(pulse.saturated()).isTrue();
        assertThat(pulse.deltaV()).isLessThan(40);
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

        assertThat(ImpactPulse.measure(burst)).isEqualTo(new ImpactPulse(0, 0, 0, false));
    }
}
