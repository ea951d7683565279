// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.crash.CrashSeverity.Basis;
import io.odograph.udfs.testing.Pulse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CrashSeverityTest {

    private final OpenIncident open = new OpenIncident();

    private void expect(CrashSeverity severity, Basis basis) {
        CrashFacts facts = CrashFacts.of(open);
        assertThat(CrashSeverity.of(facts)).isEqualTo(severity);
        assertThat(CrashSeverity.basis(facts)).isEqualTo(basis);
    }

    private void pulse(double deltaV, boolean saturated) {
        ImpactPulse p =
                new ImpactPulse(0, true, 100, deltaV, -deltaV, 0, 90, 99, saturated, 0, 0, 0);
        open.add(p, Pulse.frontal(0).burst(0), 10);
    }

    @ParameterizedTest
    @CsvSource({
        "8, LOW",
        "15.99, LOW",
        "16, MEDIUM",
        "24.99, MEDIUM",
        "25, HIGH",
        "40, HIGH",
        "40.01, CRITICAL",
        "90, CRITICAL"
    })
    void bandsAreThoseOfTheThresholds(double deltaV, CrashSeverity severity) {
        pulse(deltaV, false);
        expect(severity, Basis.IMU);
    }

    @Test
    void bandsFollowTheRule() {
        open.thresholds =
                CrashThresholds.DEFAULTS.with(
                        Map.of(
                                CrashThresholds.MODERATE, 10.0,
                                CrashThresholds.SEVERE, 12.0,
                                CrashThresholds.CRITICAL, 14.0));
        pulse(14.5, false);
        expect(CrashSeverity.CRITICAL, Basis.IMU);
    }

    @Test
    void aClippedPulseIsNotGradedTheLossOfSpeedIs() {
        pulse(13, true);
        expect(CrashSeverity.MEDIUM, Basis.UNKNOWN);
        open.speedDeltaV = 66;
        expect(CrashSeverity.CRITICAL, Basis.SPEED);
    }

    @Test
    void aLossBelowAClippedPulseTellsNothing() {
        pulse(13, true);
        open.speedDeltaV = 0;
        expect(CrashSeverity.MEDIUM, Basis.UNKNOWN);
    }

    @Test
    void whatAClippedPulseWasAtLeastRaisesTheSeverity() {
        pulse(46, true);
        open.speedDeltaV = 32;
        expect(CrashSeverity.CRITICAL, Basis.UNKNOWN);
        open.speedChange = 47;
        expect(CrashSeverity.CRITICAL, Basis.SPEED);
    }

    @Test
    void anUnclippedPulseGoesBeforeTheLossOfSpeed() {
        pulse(10, false);
        open.speedDeltaV = 50;
        expect(CrashSeverity.LOW, Basis.IMU);
    }

    @Test
    void thePulseOfAHandledDeviceIsNotGraded() {
        ImpactPulse drop =
                ImpactPulse.measure(Pulse.of(0, 0, 14).lasting(20).inDeviceAxes().burst(0));
        open.addDoubtful(drop, false, null, 10);
        open.speedDeltaV = 60;
        expect(CrashSeverity.CRITICAL, Basis.SPEED);
        pulse(10, false);
        expect(CrashSeverity.LOW, Basis.IMU);
    }

    @Test
    void nothingMeasuredIsInTheMiddle() {
        expect(CrashSeverity.MEDIUM, Basis.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"AIRBAG", "ROLLOVER"})
    void whatTheVehicleReportsIsNeverBelowHigh(EvidenceKind kind) {
        open.readsAirbag = true;
        open.readsRollover = true;
        open.add(Evidence.of(kind, 0));
        expect(CrashSeverity.HIGH, Basis.FLAGS);
        open.speedDeltaV = 10;
        expect(CrashSeverity.HIGH, Basis.FLAGS);
        pulse(26, false);
        expect(CrashSeverity.HIGH, Basis.IMU);
        pulse(50, false);
        expect(CrashSeverity.CRITICAL, Basis.IMU);
    }
}
