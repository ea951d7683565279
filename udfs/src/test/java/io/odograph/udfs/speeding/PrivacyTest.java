// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.geo.Place;
import io.odograph.udfs.geo.PositionGrid;
import io.odograph.udfs.road.Region;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fixes;
import java.time.ZoneId;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrivacyTest {

    private static final Roads TOWN = Roads.of(Roads.posted(50));
    private static final Region FRANCE = new Region("FR", ZoneId.of("Europe/Paris"));

    private static SpeedingSettings off(Set<String> tenants, Set<String> countries) {
        return new SpeedingSettings(SpeedingThresholds.DEFAULTS, tenants, countries, 0, 600_000);
    }

    private static SpeedingSettings coarse(double grid) {
        return new SpeedingSettings(SpeedingThresholds.DEFAULTS, Set.of(), Set.of(), grid, 600_000);
    }

    @Test
    void aCustomerThatDoesNotWantItIsNotWatched() {
        SpeedingRun run = new SpeedingRun(TOWN, off(Set.of("acme"), Set.of()));

        run.take(Drive.of("car").driving(90, 60)).waitForEver();
        assertThat(run.edges).isEmpty();

        SpeedingRun other = new SpeedingRun(TOWN, off(Set.of("else"), Set.of()));
        assertThat(other.take(Drive.of("car").driving(90, 60)).waitForEver().edges).hasSize(2);
    }

    @Test
    void theCustomerIsTakenFromTheProfileWhereTheRecordHasNone() {
        SpeedingRun run = new SpeedingRun(TOWN, off(Set.of("acme"), Set.of()));
        for (Telemetry record : Drive.of("car").driving(90, 60).records()) {
            run.take(Fixes.ofTenant(record, null));
        }

        assertThat(run.waitForEver().edges).isEmpty();
    }

    @Test
    void whatIsOpenEndsWhereItsCustomerIsSwitchedOff() {
        SpeedingRun run = new SpeedingRun(TOWN, off(Set.of("other"), Set.of()));
        for (Telemetry record : Drive.of("car").driving(90, 60).records()) {
            run.take(run.kinds().isEmpty() ? record : Fixes.ofTenant(record, "other"));
        }

        assertThat(run.kinds()).containsExactly(Kind.START, Kind.END);
        assertThat(run.ended().endReason()).isEqualTo(EndReason.SWITCHED_OFF);
    }

    @Test
    void nothingIsToldOfACountryThatIsSwitchedOff() {
        SpeedingRun run = new SpeedingRun(TOWN, off(Set.of(), Set.of("DE")));

        run.take(Drive.of("car").driving(90, 60)).waitForEver();
        assertThat(run.edges).isEmpty();
    }

    @Test
    void aBorderEndsAnEpisodeAtTheLastReportBeforeIt() {
        Roads border = Roads.of(Roads.posted(50)).then(1_000, Roads.posted(50), FRANCE);
        SpeedingRun run = new SpeedingRun(border, off(Set.of(), Set.of("FR")));
        run.take(Drive.of("car").driving(90, 100)).waitForEver();

        // At 25 m/s the border is reached with the fortieth report, counted from 1.
        SpeedingFacts facts = run.ended();
        assertThat(facts.endReason()).isEqualTo(EndReason.SWITCHED_OFF);
        assertThat(facts.end()).isEqualTo(Drive.START + 38_000);
        assertThat(facts.country()).isEqualTo("DE");
        assertThat(facts.limits()).hasSize(1);
    }

    @Test
    void anEpisodeThatIsTooShortBeforeTheBorderIsNeverTold() {
        Roads border = Roads.of(Roads.posted(50)).then(250, Roads.posted(50), FRANCE);
        SpeedingRun run = new SpeedingRun(border, off(Set.of(), Set.of("FR")));

        assertThat(run.take(Drive.of("car").driving(90, 60)).waitForEver().edges).isEmpty();
    }

    @Test
    void coarsePlacesNameNoRoad() {
        SpeedingRun run = new SpeedingRun(TOWN, coarse(1_000));
        SpeedingFacts facts = run.take(Drive.of("car").driving(90, 60)).waitForEver().ended();

        assertThat(facts.wayId()).isEqualTo(EffectiveLimit.NO_WAY);
        assertThat(facts.roadName()).isNull();
        assertThat(facts.roadClass()).isNotNull();
        assertThat(facts.country()).isEqualTo("DE");
        assertThat(facts.startPlace().accuracy()).isCloseTo(707, within(1.0));
        // Both are at the centre of a cell; so close to each other, mostly the same.
        assertThat(facts.startPlace()).isEqualTo(facts.peakPlace());
    }

    @Test
    void placesAreExactUnlessAskedOtherwise() {
        Place place = new PositionGrid(0).place(494_123_456, -86_900_001);

        assertThat(place).isEqualTo(new Place(49.4123456, -8.6900001, Double.NaN));
    }

    @Property(tries = 1_000)
    void aCoarsePlaceIsNearAndTheSameForAllOfItsCell(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PositionGrid grid = new PositionGrid(random.nextDouble(50, 5_000));
        int latitude = random.nextInt(-880_000_000, 880_000_000);
        int longitude = random.nextInt(-1_790_000_000, 1_790_000_000);
        Place place = grid.place(latitude, longitude);

        double away =
                Distance.metres(
                        latitude / 1e7, longitude / 1e7, place.latitude(), place.longitude());
        assertThat(away).isLessThan(place.accuracy() * 1.02);
        Place again =
                grid.place(
                        (int) Math.round(place.latitude() * 1e7),
                        (int) Math.round(place.longitude() * 1e7));
        assertThat(again).isEqualTo(place);
    }
}
