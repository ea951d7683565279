// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static io.odograph.testing.Watermarks.AT_EACH_RECORD;
import static io.odograph.testing.Watermarks.AT_THE_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.schemas.SpeedingAlert;
import io.odograph.testing.FailsOnce;
import io.odograph.testing.Interleaving;
import io.odograph.udfs.identity.NameBasedUuid;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of determinism, on a real cluster: only a vehicle's own records decide. */
class SpeedingPipelineITCase {

    private static final int VEHICLES = 40;

    @TempDir private static Path folder;
    private static Path roads;
    private static EmbeddedFlink flink;
    private static SpeedingRun alone;

    @BeforeAll
    static void startFlink() throws Exception {
        flink = EmbeddedFlink.start(4, new Configuration());
        roads = TestRoads.write(folder);
    }

    @AfterAll
    static void stopFlink() {
        flink.close();
    }

    @Test
    void anEpisodeIsOneAlertInRevisions() throws Exception {
        List<Telemetry> drive = speeding(Drive.of("car"));

        SpeedingRun run = run().of(drive);

        assertThat(run.stages())
                .containsExactly(
                        "1 OPEN MINOR",
                        "2 UPDATED MAJOR",
                        "3 UPDATED SEVERE",
                        "4 CLOSED SEVERE BELOW_LIMIT");
        long start = run.alerts().get(0).alert().eventTime();
        String id = NameBasedUuid.ofAlert("SPEEDING", "acme", "car", start).toString();
        assertThat(run.alerts()).extracting(i -> i.alert().alertId()).containsOnly(id);
        assertThat(run.alerts()).extracting(i -> i.alert().eventTime()).containsOnly(start);
        assertThat(run.used()).isEqualTo(drive.size());
        assertFacts(new SpeedingAlertFormat(0).toAvro(run.alerts().get(3)));
    }

    private static void assertFacts(SpeedingAlert alert) {
        assertThat(alert.getStartTime().toEpochMilli()).isBetween(at(29), at(33));
        assertThat(alert.getEndTime().toEpochMilli()).isBetween(at(77), at(82));
        assertThat(alert.getPeakSpeed()).isEqualTo(95);
        assertThat(alert.getPeakExcess()).isEqualTo(45);
        assertThat(alert.getPeakLimit()).isEqualTo(50);
        assertThat(alert.getExcessIntegral()).isBetween(1_250.0, 1_320.0);
        assertThat(alert.getDistance()).isBetween(1_000.0, 1_150.0);
        assertThat(alert.getWayId()).isEqualTo(1);
        assertThat(alert.getRoadName()).isEqualTo("L 1");
        assertThat(alert.getCountry()).isEqualTo("DE");
        assertThat(alert.getRoadClass()).hasToString("SECONDARY");
        assertThat(alert.getLimits())
                .singleElement()
                .satisfies(
                        limit -> {
                            assertThat(limit.getLimit()).isEqualTo(50);
                            assertThat(limit.getPostedValue()).isEqualTo(50);
                            assertThat(limit.getPostedUnit()).hasToString("KM_PER_HOUR");
                            assertThat(limit.getProvenance()).hasToString("POSTED");
                            assertThat(limit.getShare()).isEqualTo(1);
                        });
        assertThat(alert.getHeader().getSeverity()).hasToString("HIGH");
        assertThat(alert.getHeader().getConfidence()).isCloseTo(0.98, within(0.001));
        assertThat(alert.getHeader().getPosition().getLatitude()).isEqualTo(49.41);
        assertThat(alert.getPositionCoarsened()).isFalse();
    }

    @Test
    void coarsePositionsTellNeitherWayNorName() throws Exception {
        SpeedingRun run =
                run().option("speeding.position.grid", "1000").of(speeding(Drive.of("car")));
        SpeedingAlert alert = new SpeedingAlertFormat(1_000).toAvro(run.alerts().get(3));

        assertThat(alert.getWayId()).isNull();
        assertThat(alert.getRoadName()).isNull();
        assertThat(alert.getPositionCoarsened()).isTrue();
        assertThat(alert.getPositionGrid()).isEqualTo(1_000);
        assertThat(alert.getHeader().getPosition().getLatitude()).isNotEqualTo(49.41);
        assertThat(alert.getHeader().getPosition().getHorizontalAccuracy()).isBetween(700f, 710f);
    }

    @Test
    void aVehicleThatFallsSilentEndsItsEpisodeWhenOthersShowThatTimePassed() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(50, 30).driving(63, 40).records();
        List<Telemetry> arrivals = new ArrayList<>(drive);
        arrivals.addAll(Drive.of("other").after(60_000).driving(40, 700).records());

        SpeedingRun run = run().of(arrivals);

        assertThat(run.stages()).containsExactly("1 OPEN MINOR", "2 CLOSED MINOR SILENCE");
        long lastHeard = drive.get(drive.size() - 1).receivedAt();
        assertThat(run.alerts().get(1).alert().receivedAt()).isEqualTo(lastHeard);
        assertThat(run.alerts().get(1).alert().detectedAt()).isEqualTo(lastHeard + 600_000);
    }

    @Test
    void twoEpisodesOfAVehicleAreTwoAlerts() throws Exception {
        SpeedingRun run = run().of(speeding(Drive.of("car").driving(70, 40).driving(40, 60)));

        assertThat(run.stages())
                .filteredOn(stage -> stage.startsWith("1 ") || stage.contains("CLOSED"))
                .hasSize(4);
        assertThat(run.alerts())
                .extracting(i -> i.alert().alertId())
                .containsOnly(
                        run.alerts().get(0).alert().alertId(),
                        run.alerts().get(run.alerts().size() - 1).alert().alertId());
    }

    @Test
    void aVehicleThatKeepsToTheLimitOrIsWithinToleranceHasNoAlert() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(58, 500).driving(40, 60).records();

        assertThat(run().of(drive).alerts()).isEmpty();
    }

    @Test
    void aMissingRoadFileFailsTheStart() {
        var nowhere = new SpeedingRun.Setup(flink, folder.resolve("none"));

        assertThatThrownBy(() -> nowhere.of(speeding(Drive.of("car"))))
                .satisfies(
                        e ->
                                assertThat(
                                                ExceptionUtils.findThrowableWithMessage(
                                                        e, "roads.file: "))
                                        .isPresent());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void anyInterleavingAtAnyParallelismGivesTheSame(int parallelism) throws Exception {
        List<List<Telemetry>> fleet = fleet();
        SpeedingRun expected = expected(fleet);

        assertThat(
                        run().parallelism(parallelism)
                                .watermarks(AT_THE_END)
                                .of(Interleaving.atRandom(fleet, parallelism)))
                .isEqualTo(expected);
        assertThat(
                        run().parallelism(parallelism)
                                .watermarks(AT_EACH_RECORD)
                                .of(Interleaving.byReceiveTime(fleet, 1_000, parallelism)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureInTheMiddleOfEpisodesGivesTheSame(int parallelism) throws Exception {
        List<List<Telemetry>> fleet = fleet();
        List<Telemetry> arrivals = Interleaving.byReceiveTime(fleet, 1_000, parallelism);
        String name = "fleet at " + parallelism;

        SpeedingRun run =
                run().parallelism(parallelism).failing(name, arrivals.size() / 2).of(arrivals);

        assertThat(FailsOnce.hasFailed(name)).isTrue();
        assertThat(run.alerts()).isEqualTo(expected(fleet).alerts());
    }

    private static SpeedingRun.Setup run() {
        return new SpeedingRun.Setup(flink, roads);
    }

    private static long at(int second) {
        return Drive.START + second * 1_000L;
    }

    /** Faster in three steps, then within the limit. */
    private static List<Telemetry> speeding(Drive drive) {
        return drive.driving(50, 30)
                .driving(65, 20)
                .driving(72, 15)
                .driving(95, 15)
                .driving(45, 60)
                .records();
    }

    /** What each vehicle gives when its records are all there is from its first to its last. */
    private static SpeedingRun expected(List<List<Telemetry>> fleet) throws Exception {
        if (alone == null) {
            List<Telemetry> arrivals = fleet.stream().flatMap(List::stream).toList();
            alone = run().parallelism(1).watermarks(AT_THE_END).of(arrivals);
            assertThat(alone.alerts())
                    .filteredOn(episode -> episode.facts().endReason() != null)
                    .hasSizeGreaterThan(VEHICLES / 2);
            assertThat(alone.used() + alone.duplicates() + alone.late()).isEqualTo(arrivals.size());
            assertThat(alone.duplicates()).isPositive();
        }
        return alone;
    }

    /** Delivered in six ways, some after a restart of the device or a clock set back. */
    private static List<List<Telemetry>> fleet() {
        SplittableRandom random = new SplittableRandom(7);
        List<List<Telemetry>> fleet = new ArrayList<>();
        for (int i = 0; i < VEHICLES; i++) {
            Drive drive = Drive.of("car-" + i).after(random.nextInt(60_000));
            if (i % 6 == 1) {
                drive.uncounted();
            }
            drive.driving(50, 30 + i).driving(62 + i, 20 + i % 7);
            if (i % 12 == 0) {
                drive.deviceRestarts();
            }
            if (i % 12 == 3) {
                drive.after(-30_000);
            }
            drive.driving(70 + i, 20).driving(45, 30);
            if (i % 3 == 0) {
                drive.driving(110, 60);
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
