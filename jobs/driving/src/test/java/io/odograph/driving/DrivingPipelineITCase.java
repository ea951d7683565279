// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import static io.odograph.testing.Watermarks.AT_EACH_RECORD;
import static io.odograph.testing.Watermarks.AT_THE_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.schemas.DrivingFeatures;
import io.odograph.schemas.HarshEvent;
import io.odograph.schemas.Trip;
import io.odograph.testing.FailsOnce;
import io.odograph.testing.Interleaving;
import io.odograph.udfs.driving.DrivingOutput.Kind;
import io.odograph.udfs.geo.PositionGrid;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Journey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promise of determinism, on a real cluster: only a vehicle's own records decide. */
class DrivingPipelineITCase {

    private static EmbeddedFlink flink;
    private static DrivingRun alone;

    @BeforeAll
    static void startFlink() {
        flink = EmbeddedFlink.start(4, new Configuration());
    }

    @AfterAll
    static void stopFlink() {
        flink.close();
    }

    @Test
    void aDriveIsATripWindowsAndHarshEvents() throws Exception {
        List<Telemetry> drive =
                Drive.of("car")
                        .driving(0, 20)
                        .driving(60, 300)
                        .braking(60, 20, 0.5)
                        .driving(20, 60)
                        .driving(0, 400)
                        .records();

        DrivingRun run = run().of(drive);

        var trips = run.of(Kind.TRIP, "car");
        Trip trip = new TripFormat(new PositionGrid(0)).toAvro(trips.get(trips.size() - 1));
        assertThat(trip.getStatus()).hasToString("CLOSED");
        assertThat(trip.getEndReason()).hasToString("STANDSTILL");
        assertThat(trip.getSums().getDistance()).isCloseTo(5_350, within(100.0));
        assertThat(trip.getSums().getHarsh()).isNotEmpty();
        assertThat(trips.get(0).revision()).isEqualTo(1);
        assertThat(trips.get(trips.size() - 1).revision()).isEqualTo(trips.size());
        HarshEvent event =
                new HarshEventFormat(new PositionGrid(0))
                        .toAvro(
                                run.of(Kind.HARSH, "car").stream()
                                        .filter(o -> o.harsh().kind().name().equals("BRAKING"))
                                        .findFirst()
                                        .orElseThrow());
        assertThat(event.getKind()).hasToString("BRAKING");
        assertThat(event.getPeak()).isBetween(4.0f, 5.5f);
        DrivingFeatures first = new FeaturesFormat().toAvro(run.of(Kind.WINDOW, "car").get(0));
        assertThat(first.getWindow()).isEqualTo("PT1M");
        assertThat(first.getWindowStart()).isEqualTo(Instant.ofEpochMilli(Drive.START));
        assertThat(run.used()).isEqualTo(drive.size());
    }

    @Test
    void rulesAndClassesSetTheThresholds() throws Exception {
        List<Telemetry> drive = braking("car");
        Rule gentle =
                new Rule(
                        "gentle",
                        1,
                        DrivingJob.NAME,
                        "acme",
                        null,
                        null,
                        null,
                        null,
                        0,
                        Long.MAX_VALUE,
                        Map.of("driving.harsh.braking", 0.6));

        assertThat(run().of(drive).of(Kind.HARSH, "car")).isEmpty();
        assertThat(run().profile(bus("car")).of(drive).of(Kind.HARSH, "car")).hasSize(1);
        assertThat(run().profile(bus("car")).rule(gentle).of(drive).of(Kind.HARSH, "car"))
                .isEmpty();
    }

    /** With 0.28 g: harsh for a bus. */
    private static List<Telemetry> braking(String car) {
        return Drive.of(car).driving(80, 60).braking(80, 40, 0.28).driving(40, 60).records();
    }

    private static VehicleProfile bus(String id) {
        return new VehicleProfile(
                id, 1, "acme", "city", VehicleClass.BUS, null, Propulsion.UNKNOWN, "Asia/Tokyo");
    }

    @Test
    void profilesSetFleetClassAndTimeZone() throws Exception {
        DrivingRun run = run().profile(bus("car")).of(braking("car"));
        DrivingFeatures day =
                run.of(Kind.WINDOW, "car").stream()
                        .map(new FeaturesFormat()::toAvro)
                        .filter(window -> window.getWindow().equals("P1D"))
                        .findFirst()
                        .orElseThrow();

        assertThat(day.getTimeZone()).isEqualTo("Asia/Tokyo");
        assertThat(day.getWindowStart()).isEqualTo("2026-03-01T15:00:00Z");
        assertThat(day.getHeader().getFleetId()).isEqualTo("city");
        assertThat(day.getHeader().getVehicleClass()).hasToString("BUS");
    }

    @Test
    void aTripStaysTheSameWhereItsTenantBecomesKnown() throws Exception {
        List<Telemetry> drive = Journey.of("car").at(0, 0).to(9_000, 0, 50).records();
        List<Telemetry> arrivals = new ArrayList<>(drive);
        for (int i = 0; i < drive.size() / 2; i++) {
            arrivals.set(i, withoutTenant(drive.get(i)));
        }

        var trips = run().of(arrivals).of(Kind.TRIP, "car");

        assertThat(trips).hasSizeGreaterThan(1);
        assertThat(trips).extracting(output -> output.tenantId()).contains(null, "acme");
        assertThat(trips)
                .extracting(FeatureHeaders::id)
                .containsOnly(FeatureHeaders.id(trips.get(0)));
    }

    private static Telemetry withoutTenant(Telemetry r) {
        return new Telemetry(
                r.vehicleId(),
                null,
                r.deviceId(),
                r.deviceKind(),
                r.tripId(),
                r.driverId(),
                r.traceId(),
                r.eventTime(),
                r.receivedAt(),
                r.sequence(),
                r.position(),
                r.motion(),
                r.imuBurst(),
                r.vehicle(),
                r.phone(),
                r.crashReported(),
                r.driverResponse(),
                r.test());
    }

    @Test
    void coarsePositionsTellNoMoreThanTheirCells() throws Exception {
        DrivingRun run = run().of(Journey.of("car").at(0, 0).to(3_000, 0, 50).records());
        Trip trip = new TripFormat(new PositionGrid(1_000)).toAvro(run.of(Kind.TRIP, "car").get(0));

        assertThat(trip.getPositionCoarsened()).isTrue();
        assertThat(trip.getStartPosition().getHorizontalAccuracy()).isBetween(700f, 710f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anyInterleavingAtAnyParallelismGivesTheSame(int parallelism) throws Exception {
        DrivingRun expected = expected();

        assertThat(
                        run().parallelism(parallelism)
                                .watermarks(AT_THE_END)
                                .of(Interleaving.atRandom(DrivingFleet.delivered(), parallelism))
                                .records())
                .isEqualTo(expected.records());
        assertThat(
                        run().parallelism(parallelism)
                                .watermarks(AT_EACH_RECORD)
                                .of(
                                        Interleaving.byReceiveTime(
                                                DrivingFleet.delivered(), 1_000, parallelism))
                                .records())
                .isEqualTo(expected.records());
    }

    @Test
    void aFailureInTheMiddleGivesTheSame() throws Exception {
        List<Telemetry> arrivals = Interleaving.byReceiveTime(DrivingFleet.delivered(), 1_000, 3);

        DrivingRun run = run().parallelism(3).failing("driving", arrivals.size() / 2).of(arrivals);

        assertThat(FailsOnce.hasFailed("driving")).isTrue();
        assertThat(run.records()).isEqualTo(expected().records());
    }

    @Test
    void whatCameLateOrTwiceIsInItsPlaceAtLast() throws Exception {
        DrivingRun inTime = run().of(DrivingFleet.drives().stream().flatMap(List::stream).toList());

        assertThat(expected().last()).isEqualTo(inTime.last());
        assertThat(expected().records()).hasSizeGreaterThan(inTime.records().size());
    }

    private static DrivingRun.Setup run() {
        return new DrivingRun.Setup(flink);
    }

    /** What each vehicle gives when its records are all there is from its first to its last. */
    private static DrivingRun expected() throws Exception {
        if (alone == null) {
            List<Telemetry> arrivals =
                    DrivingFleet.delivered().stream().flatMap(List::stream).toList();
            alone = run().parallelism(1).watermarks(AT_THE_END).of(arrivals);
            assertThat(alone.used() + alone.duplicates() + alone.late()).isEqualTo(arrivals.size());
            assertThat(alone.duplicates()).isPositive();
            assertThat(alone.late()).isPositive();
        }
        return alone;
    }
}
