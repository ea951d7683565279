// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.LimitOverride.Reason;
import io.odograph.udfs.road.Overrides;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Journey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fences with a speed limit of their own. */
class SpeedZonesTest {

    private static final long NOW = Drive.START;
    private static final Fence CAMPUS = Fences.speedZone("campus", 0, 0, 1_000, 1_000, 20);

    @Test
    void aSpeedZoneHoldsWithinItsShapeAndTime() {
        FenceBook book = book(Fences.version(CAMPUS, 3, NOW, NOW + 60_000));

        LimitOverride told = at(book, 500, 500, NOW);
        assertThat(told.id()).isEqualTo("campus");
        assertThat(told.version()).isEqualTo(3);
        assertThat(told.reason()).isEqualTo(Reason.OTHER);
        assertThat(told.kmh()).isEqualTo(20);
        assertThat(at(book, -1, 500, NOW)).isNull();
        assertThat(at(book, 500, 500, NOW - 1)).isNull();
        assertThat(at(book, 500, 500, NOW + 60_000)).isNull();
    }

    @Test
    void aLimitMayBeInMiles() {
        Fence miles =
                new Fence(CAMPUS.terms(), CAMPUS.scope(), CAMPUS.shape(), new FenceLimit(10, true));

        LimitOverride told = at(book(miles), 500, 500, NOW);

        assertThat(told.value()).isEqualTo(10);
        assertThat(told.mph()).isTrue();
        assertThat(told.kmh()).isBetween(16.09f, 16.1f);
    }

    @Test
    void ofSeveralTheHighestPriorityCountsThenTheSmallerId() {
        Fence wide = Fences.speedZone("a-wide", -5_000, -5_000, 5_000, 5_000, 80);
        Fence same = Fences.speedZone("b-same", -5_000, -5_000, 5_000, 5_000, 10);

        assertThat(id(at(book(CAMPUS, wide, same), 500, 500, NOW))).isEqualTo("a-wide");
        assertThat(id(at(book(same, Fences.prior(CAMPUS, 1), wide), 500, 500, NOW)))
                .isEqualTo("campus");
        assertThat(id(at(book(Fences.prior(CAMPUS, 1), same), -500, 0, NOW))).isEqualTo("b-same");
    }

    @Test
    void oneThatIsNotForTheVehicleGivesWayToOneThatIs() {
        Fence own =
                Fences.prior(
                        Fences.with(
                                CAMPUS,
                                new FenceScope(
                                        "acme",
                                        List.of("north"),
                                        List.of(VehicleClass.BUS),
                                        List.of("bus-1"))),
                        9);
        FenceBook book = book(own, Fences.speedZone("all", 0, 0, 1_000, 1_000, 30));

        assertThat(id(at(book, "bus-1", "acme", "north", VehicleClass.BUS))).isEqualTo("campus");
        assertThat(id(at(book, "bus-2", "acme", "north", VehicleClass.BUS))).isEqualTo("all");
        assertThat(id(at(book, "bus-1", "other", "north", VehicleClass.BUS))).isEqualTo("all");
        assertThat(id(at(book, "bus-1", null, "north", VehicleClass.BUS))).isEqualTo("all");
        assertThat(id(at(book, "bus-1", "acme", null, VehicleClass.BUS))).isEqualTo("all");
        assertThat(id(at(book, "bus-1", "acme", "north", VehicleClass.UNKNOWN))).isEqualTo("all");
    }

    @Test
    void aScheduleHoldsInItsTimeZone() {
        // Drives begin at 08:00 in Berlin.
        FenceSchedule hour =
                new FenceSchedule(
                        List.of(new FenceSchedule.Period(0x7F, 480, 540)),
                        "Europe/Berlin",
                        List.of());
        FenceBook book = book(Fences.scheduled(CAMPUS, hour));

        assertThat(at(book, 500, 500, NOW)).isNotNull();
        assertThat(at(book, 500, 500, NOW - 1_000)).isNull();
        assertThat(at(book, 500, 500, NOW + 3_600_000)).isNull();
    }

    @Test
    void aVersionHoldsUntilTheNextOneAlsoWhereThatIsOfAnotherKind() {
        Fence faster = Fences.speedZone("campus", 0, 0, 1_000, 1_000, 30);
        Fence zone = Fences.box("campus", FenceKind.ZONE, 0, 0, 1_000, 1_000);
        FenceBook book =
                book(
                        Fences.version(zone, 3, NOW + 2_000, Long.MAX_VALUE),
                        CAMPUS,
                        Fences.version(faster, 2, NOW + 1_000, Long.MAX_VALUE));

        assertThat(at(book, 500, 500, NOW).kmh()).isEqualTo(20);
        assertThat(at(book, 500, 500, NOW + 1_000).kmh()).isEqualTo(30);
        assertThat(at(book, 500, 500, NOW + 2_000)).isNull();

        book.withdraw("campus");
        assertThat(at(book, 500, 500, NOW)).isNull();
        assertThat(book.hasSpeedZones()).isFalse();
        book.put(Fences.speedZone("other", 0, 0, 1_000, 1_000, 40));
        assertThat(at(book, 500, 500, NOW).kmh()).isEqualTo(40);
    }

    @Test
    void otherFencesHaveNoLimit() {
        FenceBook book = book(Fences.box("yard", FenceKind.KEEP_OUT, 0, 0, 1_000, 1_000));

        assertThat(book.hasSpeedZones()).isFalse();
        assertThat(at(book, 500, 500, NOW)).isNull();
    }

    @Test
    void beingInASpeedZoneIsNeverTold() {
        FenceRun run =
                new FenceRun(CAMPUS)
                        .drive(
                                Journey.of("car")
                                        .at(-200, 500)
                                        .to(500, 500, 36)
                                        .standing(400)
                                        .to(3_000, 500, 72)
                                        .records());

        assertThat(run.edges()).isEmpty();
        assertThat(run.state().tracks).isEmpty();
    }

    @Test
    void aZoneThatBecomesASpeedZoneEndsItsVisit() {
        Fence zone = Fences.box("campus", FenceKind.ZONE, 0, 0, 1_000, 1_000);
        FenceRun run =
                new FenceRun(zone, Fences.version(CAMPUS, 2, NOW + 100_000, Long.MAX_VALUE))
                        .drive(Journey.of("car").at(500, 500).every(10).standing(200).records());

        assertThat(run.told())
                .containsExactly("campus START FIRST_SEEN 0.0", "campus END FENCE_WITHDRAWN 100.0");
    }

    @Test
    void aSpeedZoneComesBeforeACorrectionAndElseTheLowerLimitCounts() {
        LimitOverride zone = at(book(CAMPUS), 500, 500, NOW);
        Overrides works = Overrides.of("works");
        LimitOverride slower = works.limit(10).build();
        LimitOverride same = works.limit(20).build();
        LimitOverride faster = works.limit(30).build();
        LimitOverride fix = Overrides.of("fix").because(Reason.CORRECTION).limit(10).build();

        assertThat(LimitOverride.either(null, null)).isNull();
        assertThat(LimitOverride.either(slower, null)).isSameAs(slower);
        assertThat(LimitOverride.either(null, zone)).isSameAs(zone);
        assertThat(LimitOverride.either(slower, zone)).isSameAs(slower);
        assertThat(LimitOverride.either(same, zone)).isSameAs(same);
        assertThat(LimitOverride.either(faster, zone)).isSameAs(zone);
        assertThat(LimitOverride.either(fix, zone)).isSameAs(zone);
        assertThat(LimitOverride.either(works.saying(LimitKind.NONE).build(), zone)).isSameAs(zone);
        assertThat(LimitOverride.either(works.saying(LimitKind.UNKNOWN).build(), zone))
                .isSameAs(zone);
    }

    private static FenceBook book(Fence... fences) {
        FenceBook book = new FenceBook();
        for (Fence fence : fences) {
            book.put(fence);
        }
        return book;
    }

    private static @Nullable LimitOverride at(FenceBook book, double x, double y, long time) {
        return book.speedZone(
                Journey.latitude(y),
                Journey.longitude(x),
                "car",
                null,
                null,
                VehicleClass.UNKNOWN,
                time);
    }

    private static LimitOverride at(
            FenceBook book,
            String vehicleId,
            @Nullable String tenantId,
            @Nullable String fleetId,
            VehicleClass vehicleClass) {
        return book.speedZone(
                Journey.latitude(500),
                Journey.longitude(500),
                vehicleId,
                tenantId,
                fleetId,
                vehicleClass,
                NOW);
    }

    private static String id(LimitOverride limit) {
        return limit.id();
    }
}
