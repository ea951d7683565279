// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Journey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Vehicles on trips, whose records come in time, twice, late, and in one go. */
final class DrivingFleet {

    static final int VEHICLES = 24;

    private DrivingFleet() {}

    /** What each vehicle reports, in order. */
    static List<List<Telemetry>> drives() {
        SplittableRandom random = new SplittableRandom(5);
        List<List<Telemetry>> fleet = new ArrayList<>();
        for (int i = 0; i < VEHICLES; i++) {
            Journey journey =
                    Journey.of("car-" + i).drifting(3, i).at(0, 0).every(i % 4 == 0 ? 5 : 2);
            journey.standing(20 + random.nextInt(60));
            for (int leg = 1; leg <= 4; leg++) {
                journey.to(leg * 2_500.0, random.nextInt(500), 30 + random.nextInt(70));
                journey.standing(random.nextInt(leg == 2 ? 700 : 90));
            }
            fleet.add(journey.records());
        }
        return fleet;
    }

    /** The same as delivered: a third late in part, a third twice in part. */
    static List<List<Telemetry>> delivered() {
        SplittableRandom random = new SplittableRandom(6);
        List<List<Telemetry>> fleet = new ArrayList<>();
        for (List<Telemetry> made : drives()) {
            int way = fleet.size() % 3;
            List<Telemetry> arrivals = new ArrayList<>();
            for (Telemetry record : made) {
                int delay = random.nextInt(1_500);
                if (way == 1 && random.nextInt(12) == 0) {
                    delay = random.nextInt(1_500_000);
                }
                arrivals.add(Drive.receivedAt(record, record.receivedAt() + delay));
                if (way == 2 && random.nextInt(9) == 0) {
                    arrivals.add(
                            Drive.receivedAt(
                                    record, record.receivedAt() + random.nextInt(900_000)));
                }
            }
            arrivals.sort(Comparator.comparingLong(Telemetry::receivedAt));
            fleet.add(arrivals);
        }
        return fleet;
    }
}
