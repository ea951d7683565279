// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odograph.udfs.crash.ImpactPulse;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.SpeedSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real recordings, where the system property {@code odograph.recordings} names their folder. */
class RecordedSuiteTest {

    private Path folder = Path.of("");

    @BeforeEach
    void findRecordings() {
        String property = System.getProperty("odograph.recordings", "");
        assumeTrue(!property.isEmpty(), "skipped: odograph.recordings names no folder");
        folder = Path.of(property);
    }

    @Test
    void theLaboratoryCrashesIntegrateToTheirPublishedChangeOfVelocity() {
        List<LaboratoryCrash> crashes = LaboratoryCrash.in(folder.resolve("nhtsa_7292"));

        assertThat(crashes).extracting(crash -> end(crash.forward())).hasSize(4);
        assertThat(end(crashes.get(0).forward())).isCloseTo(-61.4, within(1.0));
        assertThat(end(crashes.get(1).forward())).isCloseTo(-46.6, within(1.0));
        assertThat(Math.abs(end(crashes.get(2).forward()))).isCloseTo(52.9, within(1.0));
        assertThat(Math.abs(end(crashes.get(3).forward()))).isCloseTo(46.1, within(1.0));
    }

    /** So that drops which raise no alarm cannot be drops which nobody felt. */
    @Test
    void everyDropIsShownToTheDetectorAndWouldBeAnImpactByItsChangeOfVelocity() {
        List<Path> files =
                Recordings.files(folder.resolve("phone_freefall"), "(fall|up_and_down)_.*");

        assertThat(files).hasSize(8);
        assertThat(files)
                .allSatisfy(
                        file -> {
                            PhoneLog log = Recordings.phone(Recordings.lines(file));
                            Drive drive = new Drive(DeviceKind.PHONE, SpeedSource.GNSS);
                            drive.feel(log.around(Drive.START + 5_000, 1.5, 1));
                            for (int second = 0; second < 10; second++) {
                                drive.report(second, 60);
                            }
                            assertThat(drive.records())
                                    .filteredOn(record -> record.imuBurst() != null)
                                    .singleElement()
                                    .satisfies(
                                            record ->
                                                    assertThat(
                                                                    ImpactPulse.measure(
                                                                                    Objects
                                                                                            .requireNonNull(
                                                                                                    record
                                                                                                            .imuBurst()))
                                                                            .deltaV())
                                                            .isGreaterThan(7));
                        });
    }

    @Test
    void everyKindOfRecordingHasItsRow() {
        assertThat(RecordedSuite.run(folder)).hasSize(9);
    }

    private static double end(Channel channel) {
        double[] velocity = channel.velocity();
        double extreme = 0;
        for (double v : velocity) {
            extreme = Math.abs(v) > Math.abs(extreme) ? v : extreme;
        }
        return extreme;
    }
}
