// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Journey;
import io.odograph.udfs.trip.TripEnd;
import io.odograph.udfs.trip.TripFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TripTest {

    private static Journey car() {
        return Journey.of("car").at(0, 0);
    }

    private static List<TripFacts> trips(Journey journey) {
        return new DrivingRun()
                .receive(journey.records()).end().trips().stream()
                        .map(output -> Objects.requireNonNull(output.trip()))
                        .toList();
    }

    /** Seconds since the journey began. */
    private static double seconds(long time) {
        return (time - Drive.START) / 1e3;
    }

    @Test
    void withoutIgnitionATripIsFromStandingToStanding() {
        List<TripFacts> trips = trips(car().standing(100).to(3_000, 0, 36).standing(400));

        assertThat(trips).hasSize(1);
        TripFacts trip = trips.get(0);
        assertThat(seconds(trip.start())).isCloseTo(99, within(1.0));
        assertThat(seconds(trip.end())).isCloseTo(400, within(1.0));
        assertThat(trip.reason()).isEqualTo(TripEnd.STANDSTILL);
        assertThat(trip.totals().distance / 1e6).isCloseTo(3.0, within(0.01));
        assertThat(trip.totals().moving / 1e3).isCloseTo(300, within(2.0));
        assertThat(trip.startLongitude()).isCloseTo(Journey.longitude(0), within(100));
        assertThat(trip.endLongitude()).isCloseTo(Journey.longitude(3_000), within(2_000));
    }

    @Test
    void whereTheIgnitionIsKnownItBeginsAndEndsTheTrip() {
        List<TripFacts> trips =
                trips(
                        car().ignition(false)
                                .standing(60)
                                .ignition(true)
                                .standing(40)
                                .to(1_000, 0, 36)
                                .standing(30)
                                .ignition(false)
                                .standing(120));

        assertThat(trips).hasSize(1);
        assertThat(seconds(trips.get(0).start())).isCloseTo(60, within(1.0));
        assertThat(seconds(trips.get(0).end())).isCloseTo(230, within(1.0));
        assertThat(trips.get(0).reason()).isEqualTo(TripEnd.IGNITION_OFF);
        assertThat(trips.get(0).totals().idle / 1e3).isCloseTo(69, within(2.0));
    }

    @Test
    void aStallIsNoEnd() {
        List<TripFacts> trips =
                trips(
                        car().ignition(true)
                                .to(1_000, 0, 36)
                                .ignition(false)
                                .standing(40)
                                .ignition(true)
                                .to(2_000, 0, 36)
                                .ignition(false)
                                .standing(100));

        assertThat(trips).hasSize(1);
        assertThat(trips.get(0).totals().distance / 1e6).isCloseTo(2.0, within(0.02));
    }

    @Test
    void aRedLightIsAStopWithinTheTripAndALongStandIsNot() {
        List<TripFacts> trips =
                trips(
                        car().standing(10)
                                .to(1_000, 0, 36)
                                .standing(90)
                                .to(2_000, 0, 36)
                                .standing(600)
                                .to(3_000, 0, 36)
                                .standing(400));

        assertThat(trips).hasSize(2);
        assertThat(trips.get(0).stops()).isEqualTo(1);
        assertThat(trips.get(1).stops()).isZero();
        assertThat(seconds(trips.get(1).start())).isCloseTo(899, within(2.0));
    }

    @Test
    void aTunnelIsPartOfTheTripAndItsLengthCounts() {
        // 12 minutes without a word, 12 km on.
        List<TripFacts> trips =
                trips(car().to(1_000, 0, 72).silent(720).at(13_000, 0).to(15_000, 0, 72));

        assertThat(trips).hasSize(1);
        assertThat(trips.get(0).totals().distance / 1e6).isCloseTo(15.0, within(0.2));
        assertThat(trips.get(0).totals().unknown / 1e3).isCloseTo(720, within(3.0));
    }

    @Test
    void whoIsWhereHeWasAfterAGapHasBeenParked() {
        List<TripFacts> trips =
                trips(car().to(1_000, 0, 72).silent(720).at(1_020, 0).to(2_000, 0, 72));

        assertThat(trips).hasSize(2);
        assertThat(trips.get(0).reason()).isEqualTo(TripEnd.GAP);
    }

    @Test
    void whoIsMovedWithTheIgnitionOffDoesNotDrive() {
        assertThat(trips(car().ignition(false).to(5_000, 0, 36))).isEmpty();
    }

    @Test
    void whoDriftsAroundAParkingPlaceDoesNotDrive() {
        assertThat(trips(car().every(30).drifting(15, 4).standing(36_000))).isEmpty();
    }

    @Test
    void whoDrivesWithoutSayingThatTheIgnitionIsOnIsOnATrip() {
        List<Telemetry> records =
                new ArrayList<>(car().ignition(false).every(60).standing(600).records());
        for (Telemetry record : car().silent(600).to(3_000, 0, 36).standing(400).records()) {
            records.add(record);
        }

        List<DrivingOutput> trips = new DrivingRun().receive(records).end().trips();

        assertThat(trips).hasSize(1);
        assertThat(seconds(trips.get(0).start())).isCloseTo(600, within(61.0));
        assertThat(Objects.requireNonNull(trips.get(0).trip()).reason())
                .isEqualTo(TripEnd.STANDSTILL);
    }

    @Test
    void anEngineThatIsWarmedUpIsNoTrip() {
        assertThat(trips(car().ignition(true).standing(600).ignition(false).standing(100)))
                .isEmpty();
    }

    @Test
    void aTripIsToldAsItGoesOnAndWhenNothingMoreComes() {
        DrivingRun run =
                new DrivingRun().receive(car().standing(5).to(8_000, 0, 36).records()).end();

        List<DrivingOutput> told =
                run.told.stream().filter(o -> o.kind() == DrivingOutput.Kind.TRIP).toList();
        assertThat(told).extracting(DrivingOutput::revision).containsExactly(1, 2, 3, 4);
        TripFacts last = Objects.requireNonNull(told.get(3).trip());
        assertThat(last.reason()).isEqualTo(TripEnd.SILENCE);
        assertThat(last.totals().distance / 1e6).isCloseTo(8.0, within(0.02));
    }
}
