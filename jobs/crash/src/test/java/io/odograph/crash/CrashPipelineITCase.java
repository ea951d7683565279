// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static io.odograph.testing.Watermarks.AT_EACH_RECORD;
import static io.odograph.testing.Watermarks.AT_THE_END;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.testing.FailsOnce;
import io.odograph.testing.Interleaving;
import io.odograph.udfs.identity.NameBasedUuid;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of determinism, on a real cluster: only a vehicle's own records decide. */
class CrashPipelineITCase {

    private static final int VEHICLES = 60;
    private static final String ID =
            NameBasedUuid.ofAlert("CRASH", "acme", "car", Drive.START + 21_000).toString();
    private static EmbeddedFlink flink;

    @BeforeAll
    static void startFlink() {
        flink = EmbeddedFlink.start(4, new Configuration());
    }

    @AfterAll
    static void stopFlink() {
        flink.close();
    }

    @Test
    void aCrashIsOneAlertInRevisions() throws Exception {
        List<Telemetry> drive =
                Drive.of("car").driving(60, 20).impact(60, 30).resting(75).records();

        CrashRun run = CrashRun.of(flink, drive, 1, AT_EACH_RECORD);

        assertThat(run.stages())
                .containsExactly(
                        "1 OPEN SUSPECTED IMPACT",
                        "2 UPDATED CONFIRMED MULTIPLE_EVIDENCE",
                        "3 UPDATED CONFIRMED AT_REST",
                        "4 CLOSED CONFIRMED INCIDENT_OVER");
        assertThat(run.alerts()).extracting(i -> i.alert().alertId()).containsOnly(ID);
        assertThat(run.alerts())
                .extracting(i -> i.alert().eventTime())
                .containsOnly(Drive.START + 21_000);
        assertThat(run.recordings()).hasSize(1);
        assertThat(run.used()).isEqualTo(drive.size());
    }

    @Test
    void aVehicleThatDrivesOnTakesItsAlertBack() throws Exception {
        List<Telemetry> drive =
                Drive.of("car").driving(60, 20).impact(60, 9).driving(60, 30).records();

        assertThat(CrashRun.of(flink, drive, 1, AT_EACH_RECORD).stages())
                .containsExactly("1 OPEN SUSPECTED IMPACT", "2 RETRACTED DISMISSED DROVE_ON");
    }

    @Test
    void twoCrashesOfAVehicleAreTwoAlerts() throws Exception {
        List<Telemetry> drive =
                Drive.of("car")
                        .driving(60, 20)
                        .impact(60, 12)
                        .driving(45, 3)
                        .driving(20, 77)
                        .driving(60, 20)
                        .impact(60, 30)
                        .resting(75)
                        .records();

        CrashRun run = CrashRun.of(flink, drive, 1, AT_EACH_RECORD);

        assertThat(run.crashes()).isEqualTo(1);
        assertThat(run.alerts().get(run.alerts().size() - 1).alert().eventTime())
                .isEqualTo(Drive.START + 122_000);
    }

    @Test
    void aVehicleThatFallsSilentIsWithoutContactWhenOthersShowThatTimePassed() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(60, 20).impact(60, 30).records();
        List<Telemetry> arrivals = new ArrayList<>(drive);
        arrivals.addAll(Drive.of("other").after(30_000).driving(60, 200).records());

        CrashRun run = CrashRun.of(flink, arrivals, 1, AT_EACH_RECORD);

        assertThat(run.stages())
                .containsExactly(
                        "1 OPEN SUSPECTED IMPACT",
                        "2 UPDATED NO_CONTACT SILENCE",
                        "3 CLOSED NO_CONTACT INCIDENT_OVER");
        long lastHeard = drive.get(drive.size() - 1).receivedAt();
        assertThat(run.alerts().get(1).alert().receivedAt()).isEqualTo(lastHeard);
        assertThat(run.alerts().get(1).alert().detectedAt()).isEqualTo(lastHeard + 120_000);
    }

    @Test
    void aVehicleBehindTheOthersLosesNoCrash() throws Exception {
        List<Telemetry> drive =
                Drive.of("car").driving(60, 20).impact(60, 30).resting(15).records();
        List<Telemetry> arrivals = new ArrayList<>(drive.subList(0, 25));
        arrivals.addAll(Drive.of("other").after(7_200_000).driving(60, 1).records());
        arrivals.addAll(drive.subList(25, drive.size()));

        assertThat(CrashRun.of(flink, arrivals, 1, AT_EACH_RECORD).crashes()).isEqualTo(1);
    }

    @Test
    void aRestartedDeviceThatUploadsItsDriveAgainGivesNoSecondAlert() throws Exception {
        List<Telemetry> drive =
                Drive.of("car")
                        .driving(60, 20)
                        .impact(60, 45)
                        .resting(30)
                        .after(60_000)
                        .deviceRestarts()
                        .resting(10)
                        .records();
        List<Telemetry> arrivals = new ArrayList<>(drive);
        long upload = drive.get(drive.size() - 1).receivedAt() + 500;
        drive.subList(0, 51).forEach(r -> arrivals.add(Drive.receivedAt(r, upload)));

        CrashRun run = CrashRun.of(flink, arrivals, 1, AT_THE_END);

        assertThat(run.crashes()).isEqualTo(1);
        assertThat(run.used()).isEqualTo(drive.size());
        assertThat(run.duplicates()).isEqualTo(51);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anyInterleavingAtAnyParallelismGivesTheSame(int parallelism) throws Exception {
        List<List<Telemetry>> fleet = fleet();
        CrashRun expected = expected(fleet);

        assertThat(
                        CrashRun.of(
                                flink,
                                Interleaving.atRandom(fleet, parallelism),
                                parallelism,
                                AT_THE_END))
                .isEqualTo(expected);
        assertThat(
                        CrashRun.of(
                                flink,
                                Interleaving.byReceiveTime(fleet, 1_000, parallelism),
                                parallelism,
                                AT_EACH_RECORD))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureInTheMiddleOfIncidentsGivesTheSame(int parallelism) throws Exception {
        List<List<Telemetry>> fleet = fleet();
        CrashRun expected = expected(fleet);
        String name = "fleet at " + parallelism;

        CrashRun run =
                CrashRun.failing(
                        flink,
                        Interleaving.byReceiveTime(fleet, 1_000, parallelism),
                        parallelism,
                        name);

        assertThat(FailsOnce.hasFailed(name)).isTrue();
        assertThat(run.alerts()).isEqualTo(expected.alerts());
        assertThat(run.recordings()).isEqualTo(expected.recordings());
    }

    @Test
    void oneVehicleAfterTheOtherGivesTheSame() throws Exception {
        List<List<Telemetry>> fleet = fleet();

        assertThat(CrashRun.of(flink, fleet.stream().flatMap(List::stream).toList(), 2, AT_THE_END))
                .isEqualTo(expected(fleet));
    }

    /** What each vehicle gives when its records are all there is from its first to its last. */
    private static CrashRun expected(List<List<Telemetry>> fleet) throws Exception {
        if (alone == null) {
            alone =
                    CrashRun.of(
                            flink, fleet.stream().flatMap(List::stream).toList(), 1, AT_THE_END);
            assertThat(alone.crashes()).isGreaterThanOrEqualTo(VEHICLES / 2);
            assertThat(alone.used() + alone.duplicates() + alone.late())
                    .isEqualTo(fleet.stream().mapToLong(List::size).sum());
            assertThat(alone.duplicates()).isPositive();
        }
        return alone;
    }

    private static CrashRun alone;

    /**
     * Half of the vehicles crash; they are delivered in six different ways, some after a restart of
     * the device, a clock set back, or twenty minutes out of coverage.
     */
    private static List<List<Telemetry>> fleet() {
        SplittableRandom random = new SplittableRandom(7);
        List<List<Telemetry>> fleet = new ArrayList<>();
        for (int i = 0; i < VEHICLES; i++) {
            Drive drive = Drive.of("car-" + i).after(random.nextInt(60_000));
            if (i % 6 == 1) {
                drive.uncounted();
            }
            drive.driving(60, 60);
            if (i % 12 == 0) {
                drive.deviceRestarts();
            }
            if (i % 12 == 3) {
                drive.after(-30_000);
            }
            if (i % 12 == 4) {
                drive.driving(60, 1_200);
            }
            drive.driving(60, 30).impact(60, 20 + i % 30);
            if (i % 2 == 0) {
                drive.resting(40);
            } else {
                drive.driving(70, 40);
            }
            fleet.add(deliver(drive.records(), i % 6, random));
        }
        return fleet;
    }

    private static List<Telemetry> deliver(List<Telemetry> made, int way, SplittableRandom random) {
        List<Telemetry> arrivals = new ArrayList<>();
        long upload = made.get(made.size() - 1).receivedAt() + 60_000;
        for (Telemetry r : made) {
            switch (way) {
                case 2 -> arrivals.add(delayed(r, random.nextInt(1_900)));
                case 3 -> {
                    arrivals.add(r);
                    if (random.nextInt(4) == 0) {
                        arrivals.add(delayed(r, random.nextInt(60_000)));
                    }
                }
                case 4, 5 -> arrivals.add(Drive.receivedAt(r, upload));
                default -> arrivals.add(r);
            }
        }
        if (way == 5) {
            Collections.reverse(arrivals);
        } else {
            arrivals.sort(Comparator.comparingLong(Telemetry::receivedAt));
        }
        return arrivals;
    }

    private static Telemetry delayed(Telemetry r, int millis) {
        return Drive.receivedAt(r, r.receivedAt() + millis);
    }
}
