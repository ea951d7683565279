// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static io.odograph.testing.Watermarks.AT_EACH_RECORD;
import static io.odograph.testing.Watermarks.AT_THE_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.schemas.GeofenceAlert;
import io.odograph.testing.FailsOnce;
import io.odograph.testing.Interleaving;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Journey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of determinism, on a real cluster: only a vehicle's own records decide. */
class GeofencePipelineITCase {

    private static final Fence YARD = Fences.box("yard", FenceKind.KEEP_OUT, 0, -100, 200, 100);

    private static EmbeddedFlink flink;
    private static GeofenceRun alone;

    @BeforeAll
    static void startFlink() {
        flink = EmbeddedFlink.start(4, new Configuration());
    }

    @AfterAll
    static void stopFlink() {
        flink.close();
    }

    @Test
    void aBreachIsOneAlertInRevisions() throws Exception {
        GeofenceRun run = run().fences(YARD).of(lasting("car"));

        assertThat(run.told())
                .containsExactly(
                        "yard 1 OPEN START",
                        "yard 2 UPDATED STILL",
                        "yard 3 CLOSED END CROSSED_BACK");
        assertThat(run.alerts())
                .extracting(revision -> revision.alert().alertId())
                .containsOnly(run.alerts().get(0).alert().alertId());
        assertThat(run.alerts())
                .extracting(revision -> revision.alert().eventTime())
                .containsOnly(Drive.START + 19_000);
        GeofenceAlert alert = new GeofenceAlertFormat(0).toAvro(run.alerts().get(2));
        assertThat(alert.getKind()).hasToString("KEEP_OUT");
        assertThat(alert.getEvent()).hasToString("RETURN");
        assertThat(alert.getCause()).hasToString("CROSSED");
        assertThat(alert.getStartTime().toEpochMilli()).isEqualTo(Drive.START + 19_000);
        assertThat(alert.getIsStartInterpolated()).isTrue();
        assertThat(alert.getDuration()).isCloseTo(1_040_000L, within(100L));
        assertThat(alert.getFarthestDistance()).isCloseTo(100, within(1.0));
        assertThat(alert.getTrack().getDistance()).isCloseTo(200, within(5.0));
        assertThat(alert.getTrack().getMaxSpeed()).isEqualTo(36);
        assertThat(alert.getHeader().getSeverity()).hasToString("MEDIUM");
        assertThat(alert.getHeader().getThresholds()).containsEntry("geofence.hysteresis", 25.0);
        assertThat(alert.getEntryPosition().getLongitude()).isCloseTo(8.69, within(1e-5));
        assertThat(alert.getPositionCoarsened()).isFalse();
    }

    @Test
    void coarsePositionsTellNoMoreThanTheirCells() throws Exception {
        GeofenceRun run =
                run().fences(YARD).option("geofence.position.grid", "1000").of(lasting("car"));
        GeofenceAlert alert = new GeofenceAlertFormat(1_000).toAvro(run.alerts().get(2));

        assertThat(alert.getPositionCoarsened()).isTrue();
        assertThat(alert.getEntryPosition().getHorizontalAccuracy()).isBetween(700f, 710f);
        assertThat(alert.getEntryPosition().getLongitude())
                .isEqualTo(alert.getExitPosition().getLongitude());
    }

    @Test
    void aVehicleThatFallsSilentEndsItsBreachWhenOthersShowThatTimePassed() throws Exception {
        List<Telemetry> arrivals = new ArrayList<>(lasting("car").subList(0, 40));
        long lastHeard = arrivals.get(arrivals.size() - 1).receivedAt();
        arrivals.addAll(Journey.of("other").at(9_000, 0).every(60).standing(3 * 86_400).records());

        GeofenceRun run = run().fences(YARD).option("geofence.silence-after", "20 h").of(arrivals);

        assertThat(run.told()).containsExactly("yard 1 OPEN START", "yard 2 CLOSED END SILENCE");
        assertThat(run.alerts().get(1).alert().receivedAt()).isEqualTo(lastHeard);
        assertThat(run.alerts().get(1).alert().detectedAt()).isEqualTo(lastHeard + 20 * 3_600_000);
    }

    @Test
    void rulesAndFleetsDecideWhereAFenceStatesNothing() throws Exception {
        Fence own = Fences.with(YARD, new FenceScope(null, List.of("north"), List.of(), List.of()));
        Rule patient =
                new Rule(
                        "patient",
                        1,
                        GeofenceJob.NAME,
                        null,
                        null,
                        VehicleClass.BUS,
                        null,
                        null,
                        0,
                        Long.MAX_VALUE,
                        Map.of("geofence.min-inside", 2_000.0));
        List<Telemetry> arrivals = new ArrayList<>(lasting("van"));
        arrivals.addAll(lasting("bus"));
        arrivals.addAll(lasting("other"));

        GeofenceRun run =
                run().fences(own)
                        .rule(patient)
                        .profile(profile("van", "north", VehicleClass.LIGHT_TRUCK))
                        .profile(profile("bus", "north", VehicleClass.BUS))
                        .profile(profile("other", "south", VehicleClass.LIGHT_TRUCK))
                        .of(arrivals);

        assertThat(run.alerts())
                .extracting(revision -> revision.alert().vehicleId())
                .containsOnly("van");
    }

    @Test
    void alertsAreTheEdgesOfTheDetector() throws Exception {
        List<GeofenceRevision> expected = new ArrayList<>();
        for (List<Telemetry> drive : TestFleet.drives()) {
            Detected.edges(drive, TestFleet.FENCES)
                    .forEach(edge -> expected.add(ReportBreaches.event(edge)));
        }
        List<Telemetry> arrivals = TestFleet.drives().stream().flatMap(List::stream).toList();

        GeofenceRun run = run().fences(TestFleet.FENCES).watermarks(AT_THE_END).of(arrivals);

        assertThat(run.alerts())
                .filteredOn(revision -> !isSilence(revision))
                .isEqualTo(GeofenceRun.sorted(expected));
        assertThat(expected).hasSizeGreaterThan(2 * TestFleet.VEHICLES);
    }

    private static boolean isSilence(GeofenceRevision revision) {
        return String.valueOf(revision.edge().facts().endReason()).equals("SILENCE");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anyInterleavingAtAnyParallelismGivesTheSame(int parallelism) throws Exception {
        GeofenceRun expected = expected();

        assertThat(
                        fleet().parallelism(parallelism)
                                .watermarks(AT_THE_END)
                                .of(Interleaving.atRandom(TestFleet.delivered(), parallelism)))
                .isEqualTo(expected);
        assertThat(
                        fleet().parallelism(parallelism)
                                .watermarks(AT_EACH_RECORD)
                                .of(
                                        Interleaving.byReceiveTime(
                                                TestFleet.delivered(), 1_000, parallelism)))
                .isEqualTo(expected);
    }

    @Test
    void aFailureInTheMiddleOfBreachesGivesTheSame() throws Exception {
        List<Telemetry> arrivals = Interleaving.byReceiveTime(TestFleet.delivered(), 1_000, 3);

        GeofenceRun run =
                fleet().parallelism(3).failing("geofences", arrivals.size() / 2).of(arrivals);

        assertThat(FailsOnce.hasFailed("geofences")).isTrue();
        assertThat(run.alerts()).isEqualTo(expected().alerts());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aSavepointInTheMiddleOfBreachesGoesOnAtAnotherParallelismWithItsFences(
            int parallelism, @TempDir Path folder) throws Exception {
        List<Telemetry> arrivals = Interleaving.byReceiveTime(TestFleet.delivered(), 1_000, 5);
        int middle = arrivals.size() / 2;
        List<GeofenceRevision> told = new ArrayList<>();

        Path savepoint = fleet().stopAfter(arrivals.subList(0, middle), folder, told);
        int before = told.size();
        told.addAll(
                run().from(savepoint)
                        .parallelism(parallelism)
                        .of(arrivals.subList(middle, arrivals.size()))
                        .alerts());

        assertThat(before).isBetween(10, expected().alerts().size() - 10);
        assertThat(GeofenceRun.sorted(told)).isEqualTo(expected().alerts());
    }

    private static GeofenceRun.Setup run() {
        return new GeofenceRun.Setup(flink);
    }

    private static GeofenceRun.Setup fleet() {
        return run().fences(TestFleet.FENCES);
    }

    private static List<Telemetry> lasting(String car) {
        return Journey.of(car)
                .at(-200, 0)
                .to(100, 0, 36)
                .every(30)
                .standing(1_000)
                .every(1)
                .to(400, 0, 36)
                .records();
    }

    private static VehicleProfile profile(String id, String fleet, VehicleClass vehicleClass) {
        return new VehicleProfile(id, 1, "acme", fleet, vehicleClass, null, Propulsion.UNKNOWN);
    }

    /** What each vehicle gives when its records are all there is from its first to its last. */
    private static GeofenceRun expected() throws Exception {
        if (alone == null) {
            List<Telemetry> arrivals =
                    TestFleet.delivered().stream().flatMap(List::stream).toList();
            alone = fleet().parallelism(1).watermarks(AT_THE_END).of(arrivals);
            assertThat(alone.used() + alone.duplicates() + alone.late()).isEqualTo(arrivals.size());
            assertThat(alone.duplicates()).isPositive();
            assertThat(alone.alerts()).hasSizeGreaterThan(2 * TestFleet.VEHICLES);
        }
        return alone;
    }
}
