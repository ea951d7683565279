// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.crash.CrashStage;
import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.SpeedSource;
import org.junit.jupiter.api.Test;

class DriveTest {

    @Test
    void aCrashIsConfirmedWhenTheVehicleStands() {
        Drive drive = drive(60);
        for (int second = 21; second < 120; second++) {
            drive.report(second, 0);
        }

        Incident incident = Judge.incidents(drive.records()).get(0);

        assertThat(incident.stage()).isEqualTo(CrashStage.CONFIRMED);
        assertThat(incident.wasAlarm()).isTrue();
        assertThat(incident.recording()).isNotNull();
        assertThat(incident.confirmedAt()).isGreaterThan((double) incident.suspectedAt());
        assertThat(incident.evidence()).contains("DELTA_V");
    }

    @Test
    void silenceAfterACrashIsToldWithoutAnotherRecord() {
        Drive drive = drive(60);

        Incident incident = Judge.incidents(drive.records()).get(0);

        assertThat(incident.stage()).isEqualTo(CrashStage.NO_CONTACT);
        assertThat(incident.confirmedAt()).isNaN();
        assertThat(incident.revisions()).last().satisfies(last -> assertThat(last.over()).isTrue());
    }

    @Test
    void theVehicleThatDrivesOnIsDismissed() {
        Drive drive = drive(60);
        for (int second = 21; second < 120; second++) {
            drive.report(second, 60);
        }

        assertThat(Judge.incidents(drive.records()))
                .singleElement()
                .satisfies(
                        incident -> {
                            assertThat(incident.stage()).isEqualTo(CrashStage.DISMISSED);
                            assertThat(incident.wasAlarm()).isFalse();
                        });
    }

    @Test
    void theRedLightBrakesTheVehicleAfterTheDropAndLetsItGo() {
        assertThat(RecordedSuite.redLight(60)).isEqualTo(60);
        assertThat(RecordedSuite.redLight(72)).isZero();
        assertThat(RecordedSuite.redLight(105)).isZero();
        assertThat(RecordedSuite.redLight(140)).isEqualTo(60);
    }

    /** Twenty seconds at a speed, then a recording of 36 km/h within 100 ms. */
    private static Drive drive(double speed) {
        Drive drive = new Drive(DeviceKind.EMBEDDED, SpeedSource.WHEEL);
        float[] forward = new float[200];
        for (int i = 80; i < 90; i++) {
            forward[i] = -100;
        }
        drive.feel(
                new ImuBurst(
                        Drive.START + 18_000,
                        100,
                        490,
                        AxesFrame.VEHICLE,
                        false,
                        forward,
                        new float[200],
                        new float[200]));
        for (int second = 0; second <= 20; second++) {
            drive.report(second, speed);
        }
        return drive;
    }
}
