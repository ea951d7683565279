// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.simulator.town.Town;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.RoadNetwork;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrueLimitsTest {

    private static final RoadNetwork NETWORK = Town.network();
    private static final TrueLimits CAR = TrueLimits.of(NETWORK, VehicleClass.PASSENGER_CAR);
    private static final TrueLimits TRUCK = TrueLimits.of(NETWORK, VehicleClass.HEAVY_TRUCK);
    private static final long MONDAY_AT_8 = Instant.parse("2026-03-02T07:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;

    private static int keyOf(String name) {
        for (int edge = 0; edge < NETWORK.edgeCount(); edge++) {
            if (name.equals(NETWORK.name(edge))) {
                return 2 * edge;
            }
        }
        throw new IllegalArgumentException(name);
    }

    @Test
    void aSchoolsLimitHoldsAtItsHoursInLocalTime() {
        int key = keyOf("Schulstraße");
        assertThat(CAR.isTimed(key)).isTrue();
        assertThat(CAR.kmh(key, MONDAY_AT_8)).isEqualTo(30);
        assertThat(CAR.kmh(key, MONDAY_AT_8 + 9 * HOUR - 1)).isEqualTo(30);
        assertThat(CAR.kmh(key, MONDAY_AT_8 + 9 * HOUR)).isEqualTo(50);
        assertThat(CAR.kmh(key, MONDAY_AT_8 - 24 * HOUR)).as("Sunday").isEqualTo(50);
        int early = keyOf("Am Gymnasium");
        assertThat(CAR.kmh(early, MONDAY_AT_8)).isEqualTo(30);
        assertThat(CAR.kmh(early, MONDAY_AT_8 + HOUR)).isEqualTo(50);
    }

    @Test
    void heavyTrucksHaveTheirOwnLimit() {
        int motorway = keyOf("A 999");
        assertThat(CAR.kmh(motorway, MONDAY_AT_8)).isGreaterThanOrEqualTo(100);
        assertThat(TRUCK.kmh(motorway, MONDAY_AT_8)).isEqualTo(80);
    }

    @Test
    void whatTheMapDoesNotSayIsUnknown() {
        Set<Double> limits = new HashSet<>();
        for (int edge = 0; edge < NETWORK.edgeCount(); edge++) {
            if ("Südreihe 4".equals(NETWORK.name(edge))) {
                limits.add(CAR.kmh(2 * edge, MONDAY_AT_8));
            }
        }
        assertThat(limits).as("west and east").containsExactlyInAnyOrder(30.0, Double.NaN);
    }

    @Test
    void whatIsEstimatedIsNotStated() {
        TrueLimits stated = TrueLimits.stated(NETWORK, VehicleClass.PASSENGER_CAR);
        assertThat(CAR.kmh(keyOf("Spielstraße"), MONDAY_AT_8)).isEqualTo(7);
        assertThat(stated.kmh(keyOf("Spielstraße"), MONDAY_AT_8)).isNaN();
        assertThat(stated.kmh(keyOf("Schulstraße"), MONDAY_AT_8)).isEqualTo(30);
        assertThat(stated.isTimed(keyOf("Schulstraße"))).isTrue();
    }

    @Test
    void roadWorksReplaceTheLimitOfAWayForATime() {
        int key = keyOf("Bahnhofstraße");
        long way = NETWORK.wayId(key >> 1);
        TrueLimits works = CAR.with(NETWORK, way, MONDAY_AT_8, MONDAY_AT_8 + HOUR, 30);
        assertThat(works.isTimed(key)).isTrue();
        assertThat(works.kmh(key, MONDAY_AT_8)).isEqualTo(30);
        assertThat(works.kmh(key, MONDAY_AT_8 + HOUR)).isEqualTo(50);
        assertThat(works.kmh(keyOf("Nordring"), MONDAY_AT_8)).isEqualTo(50);
    }
}
