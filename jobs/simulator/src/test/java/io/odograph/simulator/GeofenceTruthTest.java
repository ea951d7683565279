// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.odograph.simulator.road.RoadPoint;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.town.TownFence;
import io.odograph.simulator.town.TownFences;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceGeometry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fences of the sample fleet, and what truly happens at them. */
class GeofenceTruthTest {

    private static final SimulationConfig CONFIG = SimulationConfig.of(1, 50, 30);
    private static final List<Fence> FENCES =
            TownFences.at(CONFIG.start()).stream().map(TownFence::fence).toList();
    private static final List<ExpectedGeofence> ALL = all(CONFIG);

    private static List<ExpectedGeofence> all(SimulationConfig config) {
        List<ExpectedGeofence> all = new ArrayList<>();
        Fleet fleet = new Fleet(config);
        for (int number = 31; number <= 46; number++) {
            all.addAll(
                    GeofenceTruth.of(fleet.plan(number), FENCES, config.start(), config.seconds()));
        }
        return all;
    }

    private static List<ExpectedGeofence> of(String fenceId) {
        return ALL.stream().filter(expected -> expected.fenceId().equals(fenceId)).toList();
    }

    @Test
    void everyCrossingIsOnItsLine() {
        Fleet fleet = new Fleet(CONFIG);
        assertThat(ALL).hasSizeGreaterThan(10);
        // Else what is not on its line would be taken for what a schedule began.
        assertThat(ALL)
                .filteredOn(expected -> expected.cause().equals("SCHEDULE_STARTED"))
                .extracting(ExpectedGeofence::fenceId)
                .containsExactly("home-shift");
        for (ExpectedGeofence expected : ALL) {
            if (expected.cause().equals("CROSSED")) {
                VehiclePlan plan = fleet.plan(Integer.parseInt(expected.vehicleId().substring(4)));
                assertThat(distance(plan, expected, expected.start()))
                        .as("start of %s", expected)
                        .isCloseTo(0, within(0.1));
                if (expected.end() != null) {
                    assertThat(distance(plan, expected, expected.end()))
                            .as("end of %s", expected)
                            .isCloseTo(0, within(0.1));
                }
            }
        }
    }

    private static double distance(VehiclePlan plan, ExpectedGeofence expected, Instant time) {
        Fence fence =
                FENCES.stream()
                        .filter(each -> each.id().equals(expected.fenceId()))
                        .filter(each -> each.version() == expected.fenceVersion())
                        .findFirst()
                        .orElseThrow();
        double seconds = Duration.between(CONFIG.start(), time).toMillis() / 1e3;
        RoadPoint point = plan.journey().drive().at(seconds - plan.journey().departs());
        return FenceGeometry.of(fence.shape())
                .distance(
                        (int) Math.round(point.latitude() * 1e7),
                        (int) Math.round(point.longitude() * 1e7));
    }

    @Test
    void aFenceThatMovesIsMetWhereItIsThen() {
        Instant moves = CONFIG.start().plusSeconds(600);

        assertThat(of("toll")).extracting(ExpectedGeofence::fenceVersion).contains(1L, 2L);
        assertThat(of("toll"))
                .allSatisfy(
                        visit ->
                                assertThat(visit.fenceVersion())
                                        .isEqualTo(visit.start().isBefore(moves) ? 1 : 2));
    }

    @Test
    void aScheduleThatBeginsWhileTheVehicleIsOutsideBeginsTheBreach() {
        ExpectedGeofence first = of("home-shift").get(0);

        assertThat(first.cause()).isEqualTo("SCHEDULE_STARTED");
        assertThat(first.start()).isEqualTo(CONFIG.start().plusSeconds(600));
        assertThat(first.end()).isAfter(first.start());
    }

    @Test
    void whoIsParkedBesideTheLineHasNothing() {
        assertThat(of("yard-gate")).isEmpty();
    }

    @Test
    void whoIsThereFromTheBeginningHasNotCome() {
        assertThat(of("old-town").get(0).cause()).isEqualTo("FIRST_SEEN");
        assertThat(of("old-town").get(0).start()).isEqualTo(CONFIG.start());
    }

    @Test
    void aDriveThroughBetweenTwoReportsIsShorterThanTheirInterval() {
        assertThat(of("weighbridge"))
                .singleElement()
                .satisfies(
                        visit ->
                                assertThat(Duration.between(visit.start(), visit.end()))
                                        .isLessThan(Duration.ofSeconds(5)));
    }

    @Test
    void whatIsNotOverHasNoEnd() {
        SimulationConfig early = SimulationConfig.of(1, 50, 28);

        assertThat(all(early))
                .filteredOn(expected -> expected.fenceId().equals("old-town"))
                .singleElement()
                .satisfies(visit -> assertThat(visit.end()).isNull());
    }

    @Test
    void aVehicleThatIsNotInTheTownIsOutsideOfWhatItMustKeepIn() {
        VehiclePlan plan = new Fleet(SimulationConfig.of(1, 50, 5)).plan(42);
        assertThat(plan.journey()).isNull();

        assertThat(GeofenceTruth.of(plan, FENCES, CONFIG.start(), 300))
                .extracting(ExpectedGeofence::fenceId, ExpectedGeofence::cause)
                .containsExactly(tuple("district", "FIRST_SEEN"));
    }
}
