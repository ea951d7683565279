// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import static io.odograph.simulator.road.Grids.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.town.Town;
import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.RoadNetwork;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoadDriveTest {

    private static final long DEPARTURE = Instant.parse("2026-03-02T07:02:00Z").toEpochMilli();
    private static final DrivingStyle STYLE = new DrivingStyle(1, 130, 0, 0, 2.5);

    private static RoadDrive drive(RoadNetwork network, List<Excess> excesses) {
        TrueLimits limits = TrueLimits.of(network, VehicleClass.PASSENGER_CAR);
        RoadRoute route = Grids.alongAll(network);
        return RoadDrive.of(route, STYLE, excesses, limits, DEPARTURE, new Rng(1));
    }

    @Test
    void theLimitIsFollowedAndALowerOneIsReachedAtItsSign() {
        RoadDrive drive = drive(Grids.straight(10, limit(100), limit(50), limit(100)), List.of());
        double fastest = 0;
        for (double time = 0; time < drive.duration(); time += 0.1) {
            RoadPoint point = drive.at(time);
            boolean slow = drive.route().indexAt(drive.distance(time)) == 1;
            assertThat(point.speed() * 3.6).isLessThan(slow ? 51 : 102);
            fastest = Math.max(fastest, point.speed() * 3.6);
        }
        assertThat(fastest).isGreaterThan(97);
    }

    @Test
    void theDriveBeginsAndEndsAtRest() {
        RoadDrive drive = drive(Grids.straight(10, limit(50)), List.of());
        assertThat(drive.at(-5).offset()).isZero();
        assertThat(drive.speed(0)).isZero();
        double end = drive.duration();
        assertThat(drive.speed(end)).isLessThan(0.2);
        assertThat(drive.speed(end + 5)).isZero();
        assertThat(drive.at(end + 5).offset()).isCloseTo(drive.route().length(), within(0.02));
        assertThat(drive.at(end / 2).course()).isCloseTo(90, within(0.01));
    }

    @Test
    void anExcessIsDrivenWhereItIsPlanned() {
        RoadNetwork network = Grids.straight(30, limit(50));
        List<Excess> excesses = List.of(Excess.over(1000, 2000, 21));
        RoadDrive drive = drive(network, excesses);
        TrueLimits limits = TrueLimits.of(network, VehicleClass.PASSENGER_CAR);
        SpeedingTruth truth = SpeedingTruth.of(drive, limits, DEPARTURE);
        assertThat(truth.isClear()).isTrue();
        Speeding episode = truth.episodes().get(0);
        assertThat(truth.episodes()).hasSize(1);
        assertThat(episode.band()).isEqualTo(SpeedingBand.MAJOR);
        assertThat(episode.peakExcess()).isCloseTo(21, within(0.1));
        assertThat(drive.distance(episode.start())).isBetween(1000.0, 1100.0);
        assertThat(drive.distance(episode.end())).isBetween(1950.0, 2000.0);
        assertThat(new Excess(0, 1, 1.2, 3).speed(50)).isEqualTo(63);
    }

    @Test
    void motionIsContinuousAndComfortable() {
        RoadNetwork network = Town.network();
        TrueLimits limits = TrueLimits.of(network, VehicleClass.PASSENGER_CAR);
        RoadRouter router = new RoadRouter(network);
        for (int seed = 0; seed < 5; seed++) {
            Rng rng = new Rng(seed);
            RoadRoute route = router.wandering(rng.fork("route"), 6000);
            DrivingStyle style = DrivingStyle.lawful(rng.fork("style"));
            RoadDrive drive = RoadDrive.of(route, style, List.of(), limits, DEPARTURE, rng);
            assertContinuous(drive);
            assertThat(SpeedingTruth.of(drive, limits, DEPARTURE).episodes()).isEmpty();
            assertThat(SpeedingTruth.of(drive, limits, DEPARTURE).isClear()).isTrue();
        }
    }

    private static void assertContinuous(RoadDrive drive) {
        RoadPoint before = drive.at(0);
        double odometer = 0;
        for (double time = 0.1; time < drive.duration(); time += 0.1) {
            RoadPoint point = drive.at(time);
            double moved =
                    Distance.metres(
                            before.latitude(),
                            before.longitude(),
                            point.latitude(),
                            point.longitude());
            assertThat(moved).isLessThan(Math.max(before.speed(), point.speed()) * 0.1 + 0.02);
            assertThat(point.speed() - before.speed()).isBetween(-0.3, 0.2);
            assertThat(drive.distance(time)).isGreaterThanOrEqualTo(odometer);
            odometer = drive.distance(time);
            before = point;
        }
        assertThat(odometer).isCloseTo(drive.route().length(), within(0.5));
    }

    @Test
    void cornersAreTakenSlowly() {
        Grids grid = new Grids();
        int a = grid.node(0, 0);
        int b = grid.node(5, 5);
        grid.edge(a, b, limit(100), null, 0, 0, 5, 0, 5, 5);
        RoadDrive drive = drive(grid.build(), List.of());
        double atCorner = Double.NaN;
        for (double time = 0; time < drive.duration(); time += 0.1) {
            atCorner = drive.distance(time) < 500 ? drive.speed(time) : atCorner;
        }
        assertThat(atCorner * 3.6).isBetween(8.0, 25.0);
    }

    @Test
    void aSteadyDriveHasTheSpeedOfLimitAndClass() {
        RoadNetwork network = Grids.straight(10, limit(50), limit(100), limit(5));
        RoadDrive drive = RoadDrive.steady(Grids.alongAll(network), 1.1);
        assertThat(drive.speed(1) * 3.6).isCloseTo(55, within(1e-6));
        double second = 1000 / (55 / 3.6) + 5;
        assertThat(drive.speed(second) * 3.6).as("secondary").isCloseTo(66, within(1e-6));
        assertThat(drive.speed(drive.duration() - 1) * 3.6).isCloseTo(8.8, within(1e-6));
        assertThat(drive.distance(drive.duration())).isCloseTo(3000, within(1.0));
    }

    @Test
    void plannedEpisodesComeToPassAndNothingElseDoes() {
        RoadNetwork network = Town.network();
        TrueLimits limits = TrueLimits.of(network, VehicleClass.PASSENGER_CAR);
        DrivePlans plans = new DrivePlans(limits, DEPARTURE);
        RoadRouter router = new RoadRouter(network);
        Set<SpeedingBand> bands = EnumSet.noneOf(SpeedingBand.class);
        int episodes = 0;
        for (int seed = 0; seed < 8; seed++) {
            Rng rng = new Rng(seed);
            RoadRoute route = router.wandering(rng.fork("route"), 20_000);
            DrivingStyle style = DrivingStyle.lawful(rng.fork("style"));
            var planned = plans.draw(route, style, 3, rng.fork("drive"));
            SpeedingTruth truth = SpeedingTruth.of(planned.drive(), limits, DEPARTURE);
            assertThat(truth.isClear()).isTrue();
            assertThat(truth.episodes()).isEqualTo(planned.truth());
            planned.truth().forEach(speeding -> bands.add(speeding.band()));
            episodes += planned.truth().size();
        }
        assertThat(episodes).isBetween(20, 24);
        assertThat(bands).containsExactlyInAnyOrder(SpeedingBand.values());
    }

    @Test
    void theSameNumbersGiveTheSameDrive() {
        RoadNetwork network = Town.network();
        TrueLimits limits = TrueLimits.of(network, VehicleClass.PASSENGER_CAR);
        RoadRoute route = new RoadRouter(network).wandering(new Rng(4), 9000);
        DrivePlans plans = new DrivePlans(limits, DEPARTURE);
        DrivingStyle style = DrivingStyle.lawful(new Rng(5));
        var one = plans.draw(route, style, 2, new Rng(6));
        var two = plans.draw(route, style, 2, new Rng(6));
        assertThat(one.truth()).isEqualTo(two.truth());
        assertThat(one.drive().duration()).isEqualTo(two.drive().duration());
        assertThat(one.drive().at(333.3)).isEqualTo(two.drive().at(333.3));
        assertThat(plans.draw(route, style, 2, new Rng(7)).drive().at(333.3))
                .isNotEqualTo(one.drive().at(333.3));
    }
}
