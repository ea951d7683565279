// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static io.odograph.udfs.crash.PulseVerdict.DOUBTFUL;
import static io.odograph.udfs.crash.PulseVerdict.IMPACT;
import static io.odograph.udfs.crash.PulseVerdict.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.testing.Pulse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulseVerdictTest {

    private static final double G = 9.80665;

    /** What a phone's sensor of 16 g makes of a fall on a floor. */
    private static final Pulse DROP =
            Pulse.of(3, 4, 11).lasting(20).range(16 * G).inDeviceAxes().after(0.6);

    private static PulseVerdict box(Pulse pulse, double speedBefore) {
        return of(pulse, DeviceKind.BLACK_BOX, false, speedBefore);
    }

    private static PulseVerdict phone(Pulse pulse, double speedBefore) {
        return of(pulse.inDeviceAxes(), DeviceKind.PHONE, false, speedBefore);
    }

    private static PulseVerdict of(Pulse pulse, DeviceKind kind, boolean handled, double before) {
        return PulseVerdict.of(
                ImpactPulse.measure(pulse.burst(0)),
                kind,
                handled,
                before,
                CrashThresholds.DEFAULTS);
    }

    @Test
    void aCrashAtSpeedIsAnImpactToEveryDevice() {
        assertThat(box(Pulse.frontal(20), 60)).isEqualTo(IMPACT);
        assertThat(phone(Pulse.frontal(20), 60)).isEqualTo(IMPACT);
        assertThat(box(Pulse.frontal(20).at(10), 60)).isEqualTo(IMPACT);
        assertThat(phone(Pulse.frontal(20).at(10), 60)).isEqualTo(IMPACT);
    }

    @Test
    void belowTheTriggerOfAnEventDataRecorderNothingIsAnImpact() {
        assertThat(box(Pulse.frontal(7.8), 60)).isEqualTo(NONE);
        assertThat(box(Pulse.frontal(8.2), 60)).isEqualTo(IMPACT);
        assertThat(phone(Pulse.frontal(7.8), 60)).isEqualTo(NONE);
    }

    @Test
    void aPotholeIsNone() {
        Pulse pothole = Pulse.of(-3, 1, 25).lasting(50);

        assertThat(box(pothole, 80)).isEqualTo(NONE);
    }

    @Test
    void aKerbAtLowSpeedIsNoneAndAtSpeedMayBe() {
        Pulse kerb = Pulse.of(-9, 3, 12).lasting(35);

        assertThat(box(kerb, 15)).isEqualTo(NONE);
        assertThat(box(kerb, 50)).isEqualTo(IMPACT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 16, 25, 50, 100, 400})
    void aDoorThatSlamsIsNoneAtAnyRate(double rate) {
        Pulse slam = Pulse.of(0, 12, 2).lasting(25).at(rate);

        assertThat(box(slam, 0)).isEqualTo(NONE);
        assertThat(box(slam, Double.NaN)).isEqualTo(NONE);
    }

    @Test
    void aSensorThatPicksOneSampleOfASlamIsNotBelieved() {
        var burst = Pulse.frontal(0).at(10).burst(0);
        burst.x()[10] = -60;

        assertThat(
                        PulseVerdict.of(
                                ImpactPulse.measure(burst),
                                DeviceKind.BLACK_BOX,
                                false,
                                0,
                                CrashThresholds.DEFAULTS))
                .isEqualTo(NONE);
    }

    @Test
    void crashesAtLowSpeedAndAtRestAreImpactsToAFixedDevice() {
        assertThat(box(Pulse.frontal(10), 15)).isEqualTo(IMPACT);
        assertThat(box(Pulse.of(12, 0, 0), 0)).isEqualTo(IMPACT);
        assertThat(box(Pulse.of(0, -14, 0), Double.NaN)).isEqualTo(IMPACT);
        assertThat(box(Pulse.of(12, 0, 0).at(25), 0)).isEqualTo(IMPACT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 15, 23.9, Double.NaN})
    void aLooseDeviceNeedsMoreWhereTheVehicleIsSlow(double speedBefore) {
        assertThat(phone(Pulse.frontal(15), speedBefore)).isEqualTo(NONE);
        assertThat(phone(Pulse.frontal(30), speedBefore)).isEqualTo(IMPACT);
        assertThat(phone(DROP, speedBefore)).isEqualTo(NONE);
        assertThat(phone(Pulse.frontal(30).lasting(40), speedBefore)).isEqualTo(NONE);
        assertThat(of(Pulse.frontal(30), DeviceKind.PHONE, true, speedBefore)).isEqualTo(NONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 15, 23.9, Double.NaN})
    void aDeviceThatIsFixedToTheVehicleNeedsNoKnownAxes(double speedBefore) {
        assertThat(of(Pulse.frontal(12).inDeviceAxes(), DeviceKind.OBD_DONGLE, false, speedBefore))
                .isEqualTo(IMPACT);
    }

    @Test
    void aDroppedPhoneIsDoubtful() {
        assertThat(phone(DROP, 60)).isEqualTo(DOUBTFUL);
        assertThat(phone(DROP.after(0), 60)).isEqualTo(DOUBTFUL);
        assertThat(phone(Pulse.frontal(20).after(0.3), 60)).isEqualTo(DOUBTFUL);
        assertThat(phone(Pulse.frontal(20).after(0.2), 60)).isEqualTo(IMPACT);
    }

    @Test
    void aHandledPhoneIsDoubtful() {
        Pulse crash = Pulse.frontal(20).inDeviceAxes();

        assertThat(of(crash, DeviceKind.PHONE, true, 60)).isEqualTo(DOUBTFUL);
        assertThat(of(crash, DeviceKind.PHONE, false, 60)).isEqualTo(IMPACT);
    }

    @Test
    void theWidthOfAPulseTellsAKnockFromACrash() {
        assertThat(phone(Pulse.frontal(15).lasting(30), 60)).isEqualTo(DOUBTFUL);
        assertThat(phone(Pulse.frontal(15).lasting(80), 60)).isEqualTo(IMPACT);
        assertThat(phone(Pulse.frontal(15).lasting(30).at(25), 60)).isEqualTo(IMPACT);
    }

    @Test
    void aPulseThatStandsLongAtTheRangeCountsHoweverLittleIsLeft() {
        Pulse cut = Pulse.frontal(60).range(1.9 * G).lasting(70);
        assertThat(ImpactPulse.measure(cut.burst(0)).deltaV()).isLessThan(8);

        assertThat(box(cut, 60)).isEqualTo(IMPACT);
        assertThat(phone(cut.range(1.6 * G), 60)).isEqualTo(IMPACT);
    }
}
