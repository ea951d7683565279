// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.geo.Area;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.testing.Drive;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which limit a vehicle is held to. */
class HeldAgainstLimitsTest {

    private static Drive car() {
        return Drive.of("car");
    }

    @ParameterizedTest
    @CsvSource({"0, 85, false", "1, 75, false", "1, 85, true", "2, 75, true"})
    void anEstimateCountsAsFarAsItIsAllowedTo(double inferred, double speed, boolean told) {
        Roads roads = Roads.of(Roads.estimated(60, 70, 0.9f));
        SpeedingRun run = new SpeedingRun(roads);
        run.rule(0, Map.of(SpeedingThresholds.INFERRED, inferred));
        run.take(car().driving(speed, 40)).waitForEver();

        assertThat(!run.edges.isEmpty()).isEqualTo(told);
        if (told) {
            SeenLimit limit = run.ended().limit();
            assertThat(limit.kmh()).isEqualTo(inferred == 1 ? 70 : 60);
            assertThat(limit.value()).isEqualTo(60);
            assertThat(limit.provenance()).isEqualTo(LimitProvenance.INFERRED);
        }
    }

    @Test
    void aHeavyTruckIsHeldToTheLimitOfItsClass() {
        Roads roads = Roads.of(Roads.posted(120, Roads.forClasses(80, VehicleClass.HEAVY_TRUCK)));
        Drive drive = car().driving(95, 60);
        SpeedingRun truck = new SpeedingRun(roads).vehicle(VehicleClass.HEAVY_TRUCK);
        SpeedingRun car = new SpeedingRun(roads).vehicle(VehicleClass.PASSENGER_CAR);

        SpeedingFacts facts = truck.take(drive).waitForEver().ended();
        assertThat(facts.limit().provenance()).isEqualTo(LimitProvenance.VEHICLE_CLASS);
        assertThat(facts.vehicleClass()).isEqualTo(VehicleClass.HEAVY_TRUCK);
        assertThat(car.take(drive).waitForEver().edges).isEmpty();
    }

    @Test
    void aSignWithHoursCountsInItsHours() {
        // Drives begin at 08:00 in Germany.
        Roads now = Roads.of(Roads.posted(50, Roads.during(30, 7, 9)));
        Roads later = Roads.of(Roads.posted(50, Roads.during(30, 9, 17)));
        Drive drive = car().driving(55, 60);

        SpeedingFacts facts = new SpeedingRun(now).take(drive).waitForEver().ended();
        assertThat(facts.limit().provenance()).isEqualTo(LimitProvenance.CONDITIONAL);
        assertThat(facts.limit().value()).isEqualTo(30);
        assertThat(new SpeedingRun(later).take(drive).waitForEver().edges).isEmpty();
    }

    private static LimitOverride override(LimitKind kind, float value) {
        return new LimitOverride(
                "works-7",
                1,
                LimitOverride.Reason.TEMPORARY_WORKS,
                kind,
                value,
                false,
                null,
                null,
                0,
                Long.MAX_VALUE,
                Area.NONE,
                List.of(),
                List.of(),
                null);
    }

    private static SpeedingRun overridden(double speed, @Nullable LimitOverride works) {
        Roads roads = Roads.of(Roads.posted(100, Roads.forClasses(80, VehicleClass.HEAVY_TRUCK)));
        SpeedingRun run = new SpeedingRun(roads).vehicle(VehicleClass.HEAVY_TRUCK);
        run.overrides((spot, time) -> spot.wayId() == 1 && spot.forward() ? works : null);
        return run.take(car().driving(speed, 60)).waitForEver();
    }

    @Test
    void anOverrideTakesThePlaceOfTheMap() {
        SpeedingFacts facts = overridden(75, override(LimitKind.VALUE, 60)).ended();

        assertThat(facts.limit().provenance()).isEqualTo(LimitProvenance.OVERRIDE);
        assertThat(facts.limit().overrideId()).isEqualTo("works-7");
        assertThat(facts.limit().value()).isEqualTo(60);
        assertThat(overridden(75, null).edges).isEmpty();
    }

    @Test
    void anOverrideForAllDoesNotRaiseWhatTheLawSaysOfAClass() {
        SpeedingFacts facts = overridden(95, override(LimitKind.VALUE, 120)).ended();

        assertThat(facts.limit().value()).isEqualTo(80);
        assertThat(facts.limit().provenance()).isEqualTo(LimitProvenance.VEHICLE_CLASS);
    }

    @Test
    void whereAnOverrideWithdrawsTheMapNothingIsHeldAgainstAnybody() {
        assertThat(overridden(200, override(LimitKind.UNKNOWN, Float.NaN)).edges).isEmpty();
    }
}
