// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceSchedule;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Fixes;
import io.odograph.udfs.testing.Journey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Vehicles among fences of all kinds, some of which change while they drive. */
final class TestFleet {

    static final int VEHICLES = 40;

    private static final long CHANGES = Drive.START + 300_000;

    static final Fence[] FENCES = fences();

    private TestFleet() {}

    private static Fence[] fences() {
        Fence yard = Fences.box("yard", FenceKind.KEEP_OUT, 0, -100, 200, 100);
        Fence wider = Fences.box("yard", FenceKind.KEEP_OUT, -100, -200, 300, 200);
        Fence city = Fences.box("city", FenceKind.KEEP_IN, -1_000, -1_000, 1_500, 1_500);
        Fence night = Fences.box("night", FenceKind.KEEP_OUT, 300, -500, 900, 500);
        Fence home = Fences.circle("home", FenceKind.KEEP_IN, 0, 0, 700);
        return new Fence[] {
            yard,
            Fences.version(wider, 2, CHANGES, Long.MAX_VALUE),
            Fences.with(city, new FenceScope("acme", List.of(), List.of(), List.of())),
            Fences.box("depot", FenceKind.ZONE, 100, -100, 500, 300),
            Fences.circle("small", FenceKind.ZONE, 800, 30, 60),
            // Drives begin at 08:00 in Berlin.
            Fences.scheduled(
                    night,
                    new FenceSchedule(
                            List.of(new FenceSchedule.Period(0x7F, 483, 490)),
                            "Europe/Berlin",
                            List.of())),
            Fences.with(
                    home,
                    new FenceScope(
                            null, List.of(), List.of(), List.of("car-1", "car-12", "car-23")))
        };
    }

    /** What each vehicle reports, in order. */
    static List<List<Telemetry>> drives() {
        SplittableRandom random = new SplittableRandom(7);
        List<List<Telemetry>> fleet = new ArrayList<>();
        for (int i = 0; i < VEHICLES; i++) {
            Journey journey =
                    Journey.of("car-" + i)
                            .drifting(4, i)
                            .at(-300 - random.nextInt(400), random.nextInt(80) - 40)
                            .silent(random.nextInt(60))
                            .every(i % 5 == 0 ? 5 : 1);
            journey.to(120 + random.nextInt(200), 0, 30 + random.nextInt(30));
            if (i % 2 == 0) {
                journey.every(10).standing(100 + random.nextInt(500)).every(2);
            }
            journey.to(900 + random.nextInt(1_000), random.nextInt(60), 60);
            if (i % 3 == 0) {
                journey.to(2_500, 0, 90).standing(70).to(0, 0, 90);
            }
            fleet.add(journey.records());
        }
        return fleet;
    }

    /** The same, delivered in six ways, some after a clock set back. */
    static List<List<Telemetry>> delivered() {
        SplittableRandom random = new SplittableRandom(9);
        List<List<Telemetry>> fleet = new ArrayList<>();
        for (List<Telemetry> made : drives()) {
            int i = fleet.size();
            fleet.add(deliver(i % 12 == 3 ? setBack(made) : made, i % 6, random));
        }
        return fleet;
    }

    private static List<Telemetry> setBack(List<Telemetry> made) {
        List<Telemetry> records = new ArrayList<>(made);
        for (int i = made.size() / 2; i < made.size(); i++) {
            records.set(i, Fixes.setBack(made.get(i), 30_000));
        }
        return records;
    }

    private static List<Telemetry> deliver(List<Telemetry> made, int way, SplittableRandom random) {
        List<Telemetry> arrivals = new ArrayList<>();
        long upload = made.get(made.size() - 1).receivedAt() + 60_000;
        for (Telemetry r : made) {
            switch (way) {
                case 2 -> arrivals.add(delayed(r, random.nextInt(1_900)));
                case 3 -> {
                    arrivals.add(r);
                    if (random.nextInt(4) == 0) {
                        arrivals.add(delayed(r, random.nextInt(60_000)));
                    }
                }
                case 4, 5 -> arrivals.add(Drive.receivedAt(r, upload));
                default -> arrivals.add(r);
            }
        }
        if (way == 5) {
            Collections.reverse(arrivals);
        } else {
            arrivals.sort(Comparator.comparingLong(Telemetry::receivedAt));
        }
        return arrivals;
    }

    private static Telemetry delayed(Telemetry r, int millis) {
        return Drive.receivedAt(r, r.receivedAt() + millis);
    }
}
