// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.Region;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadLimit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitReaderTest {

    private static final long NOON = Instant.parse("2026-03-02T11:00:00Z").toEpochMilli();

    private static EffectiveLimit read(Roads roads, VehicleClass vehicleClass, String time) {
        LimitReader reader = new LimitReader(roads.network());
        return reader.read(roads.key(1), vehicleClass, Instant.parse(time).toEpochMilli());
    }

    private static EffectiveLimit read(RoadLimit limit, VehicleClass vehicleClass) {
        Roads roads = Roads.of(limit);
        return new LimitReader(roads.network()).read(roads.key(1), vehicleClass, NOON);
    }

    @Test
    void aSignCountsAsItIsPosted() {
        EffectiveLimit limit = read(Roads.postedMph(30), VehicleClass.PASSENGER_CAR);

        assertThat(limit.value()).isEqualTo(30);
        assertThat(limit.mph()).isTrue();
        assertThat(limit.kmh()).isEqualTo(30 * RoadLimit.KM_PER_MILE);
        assertThat(limit.provenance()).isEqualTo(LimitProvenance.POSTED);
        assertThat(limit.wayId()).isEqualTo(1);
        assertThat(limit.roadClass()).isEqualTo(RoadClass.PRIMARY);
        assertThat(limit.country()).isEqualTo("DE");
        assertThat(limit.isKnown()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POSTED, POSTED",
        "ZONE, ZONE",
        "NEIGHBOURS, INFERRED",
        "REGIONAL, INFERRED",
        "LEGAL_DEFAULT, INFERRED",
        "UNKNOWN, UNKNOWN",
    })
    void theSourceOfTheMapIsTold(LimitSource source, LimitProvenance provenance) {
        RoadLimit limit = new RoadLimit(LimitKind.VALUE, 50, false, source, 0.7f, 60, List.of());
        EffectiveLimit read = read(limit, VehicleClass.UNKNOWN);

        assertThat(read.provenance()).isEqualTo(provenance);
        assertThat(read.confidence()).isEqualTo(0.7f);
        assertThat(read.upperBound()).isEqualTo(source.isStated() ? 50 : 60);
    }

    @Test
    void whatTheMapDoesNotKnowIsNotKnown() {
        EffectiveLimit limit = read(RoadLimit.UNKNOWN, VehicleClass.UNKNOWN);

        assertThat(limit.isKnown()).isFalse();
        assertThat(limit.provenance()).isEqualTo(LimitProvenance.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        // In Berlin: winter time is UTC + 1, summer time UTC + 2
        "2026-01-15T20:59:00Z, 50",
        "2026-01-15T21:00:00Z, 30",
        "2026-01-16T04:59:59Z, 30",
        "2026-01-16T05:00:00Z, 50",
        "2026-07-15T19:59:00Z, 50",
        "2026-07-15T20:00:00Z, 30",
        "2026-07-16T04:00:00Z, 50",
        // Clocks go forward at 01:00 UTC on 29 March and back on 25 October
        "2026-03-28T21:30:00Z, 30",
        "2026-03-29T03:59:59Z, 30",
        "2026-03-29T04:00:00Z, 50",
        "2026-10-24T20:00:00Z, 30",
        "2026-10-25T04:59:59Z, 30",
        "2026-10-25T05:00:00Z, 50",
    })
    void hoursAreThoseOfTheRoadsClock(String time, float kmh) {
        Roads roads = Roads.of(Roads.posted(50, Roads.during(30, 22, 6)));
        EffectiveLimit limit = read(roads, VehicleClass.PASSENGER_CAR, time);

        assertThat(limit.kmh()).isEqualTo(kmh);
        assertThat(limit.provenance())
                .isEqualTo(kmh == 30 ? LimitProvenance.CONDITIONAL : LimitProvenance.POSTED);
    }

    @Test
    void whereTheRoadsClockIsNotKnownTheHigherLimitCounts() {
        Region nowhere = new Region("", null);
        Roads lower = Roads.in(nowhere, Roads.posted(50, Roads.during(30, 22, 6)));
        Roads higher = Roads.in(nowhere, Roads.posted(80, Roads.during(120, 22, 6)));

        assertThat(read(lower, VehicleClass.UNKNOWN, "2026-01-15T23:00:00Z").kmh()).isEqualTo(50);
        assertThat(read(higher, VehicleClass.UNKNOWN, "2026-01-15T12:00:00Z").kmh()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAVY_TRUCK, 80, VEHICLE_CLASS",
        "BUS, 100, VEHICLE_CLASS",
        "PASSENGER_CAR, 120, POSTED",
        "UNKNOWN, 120, POSTED",
    })
    void lawsForClassesLowerTheLimitOfThese(
            VehicleClass vehicleClass, float kmh, LimitProvenance provenance) {
        RoadLimit limit =
                Roads.posted(
                        120,
                        Roads.forClasses(80, VehicleClass.HEAVY_TRUCK),
                        Roads.forClasses(100, VehicleClass.BUS, VehicleClass.HEAVY_TRUCK));
        EffectiveLimit read = read(limit, vehicleClass);

        assertThat(read.kmh()).isEqualTo(kmh);
        assertThat(read.provenance()).isEqualTo(provenance);
    }

    @Test
    void lawsForClassesNeverRaiseTheLimit() {
        RoadLimit limit = Roads.posted(50, Roads.forClasses(80, VehicleClass.HEAVY_TRUCK));

        assertThat(read(limit, VehicleClass.HEAVY_TRUCK).kmh()).isEqualTo(50);
    }

    @Test
    void aLawForTheClassHoldsAlsoWhereTheSignIsNotKnown() {
        RoadLimit unknown =
                new RoadLimit(
                        LimitKind.UNKNOWN,
                        Float.NaN,
                        false,
                        LimitSource.UNKNOWN,
                        0,
                        Float.POSITIVE_INFINITY,
                        List.of(Roads.forClasses(80, VehicleClass.HEAVY_TRUCK)));

        assertThat(read(unknown, VehicleClass.HEAVY_TRUCK).kmh()).isEqualTo(80);
        assertThat(read(unknown, VehicleClass.PASSENGER_CAR).isKnown()).isFalse();
    }

    @Test
    void aLawForTheClassBoundsAnEstimate() {
        RoadLimit estimate =
                new RoadLimit(
                        LimitKind.VALUE,
                        50,
                        false,
                        LimitSource.REGIONAL,
                        0.7f,
                        100,
                        List.of(Roads.forClasses(60, VehicleClass.HEAVY_TRUCK)));

        assertThat(read(estimate, VehicleClass.HEAVY_TRUCK).upperBound()).isEqualTo(60);
        assertThat(read(estimate, VehicleClass.PASSENGER_CAR).upperBound()).isEqualTo(100);
    }

    @Test
    void ofSignsForAllTheLastThatHoldsCountsAndClassesComeAfterThem() {
        LimitClause none =
                new LimitClause(
                        LimitKind.NONE, Float.NaN, false, Set.of(), null, LimitSource.POSTED);
        RoadLimit limit =
                Roads.posted(
                        120,
                        Roads.forClasses(80, VehicleClass.HEAVY_TRUCK),
                        Roads.during(100, 6, 22),
                        none);

        assertThat(read(limit, VehicleClass.PASSENGER_CAR).kmh())
                .isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(read(limit, VehicleClass.HEAVY_TRUCK).kmh()).isEqualTo(80);
    }

    @Test
    void aLimitThatSignalsShowIsNotKnown() {
        LimitClause variable =
                new LimitClause(
                        LimitKind.VARIABLE, Float.NaN, false, Set.of(), null, LimitSource.POSTED);

        assertThat(read(Roads.posted(120, variable), VehicleClass.UNKNOWN).isKnown()).isFalse();
    }

    @Test
    void theNextVehicleGetsTheSameLimitUnlessItsClassOrTimeDiffers() {
        Roads roads =
                Roads.of(Roads.posted(50))
                        .then(500, Roads.posted(90, Roads.forClasses(60, VehicleClass.BUS)));
        LimitReader reader = new LimitReader(roads.network());
        int plain = roads.key(1);
        int classed = roads.key(2);

        assertThat(reader.read(plain, VehicleClass.BUS, NOON))
                .isSameAs(reader.read(plain, VehicleClass.MOTORCYCLE, NOON + 1));
        assertThat(reader.read(classed, VehicleClass.BUS, NOON).kmh()).isEqualTo(60);
        assertThat(reader.read(classed, VehicleClass.MOTORCYCLE, NOON).kmh()).isEqualTo(90);
        assertThat(reader.read(classed, VehicleClass.BUS, NOON).kmh()).isEqualTo(60);
        assertThat(reader.depends(plain)).isFalse();
        assertThat(reader.depends(classed)).isTrue();
    }

    @Test
    void everyZoneHasItsOwnHours() {
        Region tokyo = new Region("JP", ZoneId.of("Asia/Tokyo"));
        Roads roads = Roads.in(tokyo, Roads.posted(50, Roads.during(30, 22, 6)));

        assertThat(read(roads, VehicleClass.UNKNOWN, "2026-01-15T13:00:00Z").kmh()).isEqualTo(30);
        assertThat(read(roads, VehicleClass.UNKNOWN, "2026-01-15T22:00:00Z").kmh()).isEqualTo(50);
    }
}
