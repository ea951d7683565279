// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import static io.odograph.udfs.road.LimitOverride.Direction.BACKWARD;
import static io.odograph.udfs.road.LimitOverride.Direction.BOTH;
import static io.odograph.udfs.road.LimitOverride.Direction.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitOverride.Reason;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitOverrideBookTest {

    private static final int LAT = 500_000_000;
    private static final int LON = 80_000_000;
    private static final long WAY = 17;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LimitOverrideBook book = new LimitOverrideBook();
    private RoadSpot spot = new RoadSpot(LAT, LON, WAY, true, BERLIN);
    private VehicleClass vehicleClass = VehicleClass.UNKNOWN;
    private @Nullable String tenant;
    private long time;

    @Test
    void anEmptyBookKnowsNothing() {
        assertThat(found()).isEqualTo("none");
    }

    @Test
    void anOverrideHoldsOnItsWaysInTheirDirections() {
        put(Overrides.of("a").on(WAY, FORWARD).on(18, BACKWARD).on(19, BOTH));

        assertThat(found()).isEqualTo("a@1");
        spot = new RoadSpot(LAT, LON, WAY, false, BERLIN);
        assertThat(found()).isEqualTo("none");
        spot = new RoadSpot(LAT, LON, 18, true, BERLIN);
        assertThat(found()).isEqualTo("none");
        spot = new RoadSpot(LAT, LON, 18, false, BERLIN);
        assertThat(found()).isEqualTo("a@1");
        spot = new RoadSpot(LAT, LON, 19, false, BERLIN);
        assertThat(found()).isEqualTo("a@1");
        spot = new RoadSpot(LAT, LON, 20, true, BERLIN);
        assertThat(found()).isEqualTo("none");
    }

    @Test
    void anOverrideHoldsInItsAreaHoweverLargeItIs() {
        for (int half = 10; half <= 400_000_000; half *= 7) {
            LimitOverrideBook one = new LimitOverrideBook();
            one.put(
                    Overrides.of("a")
                            .within(LAT - half, LON - half, LAT + half, LON + half)
                            .build());
            assertThat(one.inForce(at(0, 0), vehicleClass, null, 0)).isNotNull();
            assertThat(one.inForce(at(half - 1, 1 - half), vehicleClass, null, 0)).isNotNull();
            assertThat(one.inForce(at(half + 1, 0), vehicleClass, null, 0)).isNull();
            assertThat(one.inForce(at(0, -half - 1), vehicleClass, null, 0)).isNull();
        }
    }

    @Test
    void waysAndAreaMustBothHold() {
        put(Overrides.of("a").on(WAY, BOTH).within(LAT - 9, LON - 9, LAT + 9, LON + 9));

        assertThat(found()).isEqualTo("a@1");
        spot = at(10, 0);
        assertThat(found()).isEqualTo("none");
        spot = new RoadSpot(LAT, LON, 18, true, BERLIN);
        assertThat(found()).isEqualTo("none");
    }

    @Test
    void anOverrideHoldsForItsTenantAndClassesWithinItsTime() {
        put(
                Overrides.of("a")
                        .on(WAY, BOTH)
                        .forTenant("acme")
                        .forClass(VehicleClass.BUS)
                        .forClass(VehicleClass.HEAVY_TRUCK)
                        .between(10, 20));
        tenant = "acme";
        vehicleClass = VehicleClass.BUS;
        time = 10;
        assertThat(found()).isEqualTo("a@1");
        time = 9;
        assertThat(found()).isEqualTo("none");
        time = 20;
        assertThat(found()).isEqualTo("none");
        time = 19;
        vehicleClass = VehicleClass.UNKNOWN;
        assertThat(found()).isEqualTo("none");
        vehicleClass = VehicleClass.HEAVY_TRUCK;
        assertThat(found()).isEqualTo("a@1");
        tenant = "other";
        assertThat(found()).isEqualTo("none");
        tenant = null;
        assertThat(found()).isEqualTo("none");
    }

    @Test
    void aSchoolZoneHoldsInSchoolHoursByItsOwnClockOrTheRoads() {
        Schedule.Period school = new Schedule.Period(101, 1231, 0b001_1111, 7 * 60, 17 * 60);
        put(Overrides.of("a").on(WAY, BOTH).during(null, school));

        // A Monday in March: Berlin is an hour ahead of UTC.
        time = Instant.parse("2026-03-02T05:59:59.999Z").toEpochMilli();
        assertThat(found()).isEqualTo("none");
        time = Instant.parse("2026-03-02T06:00:00Z").toEpochMilli();
        assertThat(found()).isEqualTo("a@1");
        spot = new RoadSpot(LAT, LON, WAY, true, null);
        assertThat(found()).as("where is this").isEqualTo("none");
        put(Overrides.of("a").version(2).on(WAY, BOTH).during("Europe/London", school));
        assertThat(found()).isEqualTo("none");
        time = Instant.parse("2026-03-02T07:00:00Z").toEpochMilli();
        assertThat(found()).isEqualTo("a@2");
        time = Instant.parse("2026-03-07T07:00:00Z").toEpochMilli();
        assertThat(found()).as("a Saturday").isEqualTo("none");
    }

    @Test
    void worksThatEndEarlierThanAnnouncedDoEnd() {
        put(Overrides.of("a").on(WAY, BOTH).between(0, 100));
        put(Overrides.of("a").version(2).on(WAY, BOTH).between(0, 50));
        put(Overrides.of("a").version(1).on(WAY, BOTH).between(0, 100));
        time = 60;

        assertThat(found()).isEqualTo("none");
    }

    @Test
    void whatIsWithdrawnIsGone() {
        put(Overrides.of("a").on(WAY, BOTH));
        put(Overrides.of("b").on(WAY, BOTH).limit(50));
        book.withdraw("a");
        book.withdraw("never seen");

        assertThat(found()).isEqualTo("b@1");
    }

    @Test
    void theFirstInTheDocumentedOrderIsTheAnswer() {
        put(Overrides.of("z").because(Reason.CORRECTION).within(0, 0, LAT + 1, LON + 1).limit(70));
        assertThat(found()).isEqualTo("z@1");
        put(Overrides.of("y").because(Reason.CORRECTION).on(WAY, BOTH).limit(80));
        assertThat(found()).as("names the way").isEqualTo("y@1");
        put(Overrides.of("x").because(Reason.SCHOOL_ZONE).within(0, 0, LAT + 1, LON + 1).limit(90));
        assertThat(found()).as("no correction").isEqualTo("x@1");
        put(Overrides.of("w").within(0, 0, LAT + 1, LON + 1).saying(LimitKind.UNKNOWN));
        put(Overrides.of("v").within(0, 0, LAT + 1, LON + 1).saying(LimitKind.NONE));
        assertThat(found()).as("the lower limit").isEqualTo("x@1");
        put(Overrides.of("u").within(0, 0, LAT + 1, LON + 1).limitInMph(55));
        assertThat(found()).as("88.5 km/h").isEqualTo("u@1");
        put(Overrides.of("a").within(0, 0, LAT + 1, LON + 1).limitInMph(55));
        assertThat(found()).as("the smaller id").isEqualTo("a@1");
        book.withdraw("a");
        book.withdraw("u");
        book.withdraw("x");
        assertThat(found()).as("no limit before not known").isEqualTo("v@1");
        tenant = "acme";
        put(Overrides.of("t").within(0, 0, LAT + 1, LON + 1).limit(100).forTenant("acme"));
        assertThat(found()).as("of the tenant").isEqualTo("t@1");
    }

    @Test
    void theBookIsBounded() {
        for (int i = 0; i < LimitOverrideBook.MAX_OVERRIDES; i++) {
            assertThat(book.put(Overrides.of("o" + i).on(i + 1, BOTH).build())).isTrue();
        }
        assertThat(book.put(Overrides.of("one more").on(WAY, BOTH).build())).isFalse();
        assertThat(book.put(Overrides.of("o16").version(2).on(WAY, BOTH).build())).isTrue();

        assertThat(found()).isEqualTo("o16@2");
    }

    private RoadSpot at(int north, int east) {
        return new RoadSpot(LAT + north, LON + east, WAY, true, BERLIN);
    }

    private void put(Overrides override) {
        assertThat(book.put(override.build())).isTrue();
    }

    private String found() {
        LimitOverride found = book.inForce(spot, vehicleClass, tenant, time);
        return found == null ? "none" : found.id() + "@" + found.version();
    }
}
