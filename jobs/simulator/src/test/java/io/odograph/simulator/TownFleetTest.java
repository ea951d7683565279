// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.Position;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.simulator.road.Journey;
import io.odograph.simulator.road.RoadPoint;
import io.odograph.simulator.road.SpeedingBand;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.sensor.Outage;
import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.reference.VehicleClass;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vehicles of the sample fleet that drive in the town. */
class TownFleetTest {

    private static final SimulationConfig CONFIG = SimulationConfig.of(1, 50, 30);
    private static final Map<String, VehiclePlan> TRIPS = trips(CONFIG);
    private static final Map<String, Episode> EPISODES = new LinkedHashMap<>();

    /** By the name of the trip. */
    private static Map<String, VehiclePlan> trips(SimulationConfig config) {
        Map<String, VehiclePlan> trips = new LinkedHashMap<>();
        Fleet fleet = new Fleet(config);
        for (int number = 1; number <= config.vehicles(); number++) {
            VehiclePlan plan = fleet.plan(number);
            if (plan.journey() != null) {
                trips.put(plan.scenarios().get(plan.scenarios().size() - 1).name(), plan);
            }
        }
        return trips;
    }

    private static VehiclePlan plan(String trip) {
        VehiclePlan plan = TRIPS.get(trip);
        assertThat(plan).as(trip).isNotNull();
        return plan;
    }

    private static Journey journey(String trip) {
        Journey journey = plan(trip).journey();
        assertThat(journey).as(trip).isNotNull();
        return journey;
    }

    private static Episode episode(String trip) {
        return EPISODES.computeIfAbsent(
                trip,
                name -> {
                    VehiclePlan plan = plan(name);
                    var rng = new Fleet(CONFIG).rngOf(plan.number());
                    return Episode.of(plan, rng, CONFIG.start(), CONFIG.seconds());
                });
    }

    private static List<ExpectedSpeeding> expected(String trip) {
        return ExpectedSpeeding.of(plan(trip), CONFIG.start(), CONFIG.seconds());
    }

    @Test
    void everyTripIsClearWhateverTheSeed() {
        for (long seed = 1; seed <= 4; seed++) {
            Map<String, VehiclePlan> trips = trips(SimulationConfig.of(seed, 50, 30));
            assertThat(trips).hasSize(15);
            trips.forEach(
                    (name, plan) -> {
                        Journey journey = plan.journey();
                        assertThat(journey).isNotNull();
                        var truth = journey.truth(CONFIG.start());
                        assertThat(truth.isClear()).as(name).isTrue();
                        assertThat(truth.episodes())
                                .as(name)
                                .hasSize(name.startsWith("speeding") ? 1 : 0);
                    });
        }
    }

    @Test
    void everyBandIsThere() {
        Map<SpeedingBand, Integer> bands = new EnumMap<>(SpeedingBand.class);
        for (String trip : TRIPS.keySet()) {
            expected(trip).forEach(speeding -> bands.merge(speeding.band(), 1, Integer::sum));
        }
        assertThat(bands)
                .containsEntry(SpeedingBand.MINOR, 1)
                .containsEntry(SpeedingBand.MAJOR, 7)
                .containsEntry(SpeedingBand.SEVERE, 1);
    }

    @Test
    void theExpectedEpisodeIsThatOfTheTrueDrive() {
        ExpectedSpeeding speeding = expected("speeding-minor").get(0);
        Journey journey = journey("speeding-minor");
        assertThat(speeding.vehicleId()).isEqualTo("car-0033");
        assertThat(speeding.limit()).isEqualTo(50);
        assertThat(speeding.peakExcess()).isEqualTo(14.2);
        for (Instant time : List.of(speeding.start(), speeding.end())) {
            double since = seconds(time) - journey.departs();
            assertThat(journey.drive().speed(since) * 3.6).isBetween(59.9, 64.3);
            assertThat(
                            journey.drive()
                                    .route()
                                    .network()
                                    .wayId(journey.drive().at(since).key() >> 1))
                    .isEqualTo(speeding.wayId());
        }
        assertThat(Duration.between(speeding.start(), speeding.end()).toSeconds())
                .isBetween(40L, 90L);
    }

    private static double seconds(Instant time) {
        return Duration.between(CONFIG.start(), time).toMillis() / 1000.0;
    }

    @Test
    void theDeviceReportsTheTruePositionCourseAndSpeed() {
        Journey journey = journey("commuter");
        int compared = 0;
        for (TelemetryRecord report : episode("commuter").reports()) {
            double since = seconds(report.getEventTime()) - journey.departs();
            Position position = report.getPosition();
            if (position == null || since < 5 || since > journey.drive().duration() - 5) {
                continue;
            }
            RoadPoint point = journey.drive().at(since);
            assertThat(
                            Distance.metres(
                                    position.getLatitude(),
                                    position.getLongitude(),
                                    point.latitude(),
                                    point.longitude()))
                    .isLessThan(12);
            assertThat((double) report.getMotion().getSpeed())
                    .isBetween(point.speed() * 3.6 - 0.1, point.speed() * 3.6 + 0.1);
            if (point.speed() > 5) {
                double wrong = Math.IEEEremainder(position.getHeading() - point.course(), 360);
                assertThat(Math.abs(wrong)).isLessThan(8);
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(900);
    }

    @Test
    void aTunnelInTheMiddleOfAnEpisodeHasNoSatellites() {
        ExpectedSpeeding speeding = expected("speeding-tunnel").get(0);
        List<Outage> tunnels = journey("speeding-tunnel").tunnels();
        Outage tunnel = tunnels.get(0);
        assertThat(tunnel.to() - tunnel.from()).isBetween(6.0, 8.0);
        assertThat(tunnel.from()).isGreaterThan(seconds(speeding.start()) + 10);
        assertThat(tunnel.to()).isLessThan(seconds(speeding.end()) - 4);
        for (TelemetryRecord report : episode("speeding-tunnel").reports()) {
            if (tunnel.covers(seconds(report.getEventTime()))) {
                assertThat(report.getPosition()).isNull();
                assertThat(report.getMotion().getSpeed()).isGreaterThan(100f);
            }
        }
    }

    @Test
    void aDeviceMayReportTwiceAMinute() {
        Journey journey = journey("speeding-seldom-reported");
        ExpectedSpeeding speeding = expected("speeding-seldom-reported").get(0);
        int within = 0;
        double last = Double.NaN;
        for (TelemetryRecord report : episode("speeding-seldom-reported").reports()) {
            double time = seconds(report.getEventTime());
            if (time > journey.departs() + 1 && time < journey.arrives()) {
                assertThat(Math.round(time - last)).isIn(30L, 31L, 60L);
            }
            within += time >= seconds(speeding.start()) && time <= seconds(speeding.end()) ? 1 : 0;
            last = time;
        }
        assertThat(within).isBetween(2, 3);
    }

    @Test
    void theTruckIsTooFastForTrucksOnly() {
        Journey journey = journey("speeding-truck");
        assertThat(journey.vehicleClass()).isEqualTo(VehicleClass.HEAVY_TRUCK);
        assertThat(expected("speeding-truck").get(0).limit()).isEqualTo(60);
        assertThat(ReferenceJson.vehicles(List.copyOf(TRIPS.values())))
                .contains(
                        "{\"vehicle_id\":\"car-0038\",\"version\":1,\"tenant_id\":\"alpha\","
                                + "\"vehicle_class\":\"HEAVY_TRUCK\"}\n");
    }

    @Test
    void schoolsCountAtTheirHours() {
        assertThat(expected("speeding-school").get(0).limit()).isEqualTo(30);
        double fastest = 0;
        Journey after = journey("after-school-hours");
        for (double since = 0; since < 70; since++) {
            fastest = Math.max(fastest, after.drive().speed(since) * 3.6);
        }
        assertThat(fastest).isGreaterThan(43);
    }

    @Test
    void aTripThatDoesNotFitIsLeftOut() {
        assertThat(trips(SimulationConfig.of(1, 50, 5))).isEmpty();
    }
}
