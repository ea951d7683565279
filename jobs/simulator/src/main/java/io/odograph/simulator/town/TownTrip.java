// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.road.DrivingStyle;
import io.odograph.simulator.road.Excess;
import io.odograph.simulator.road.Journey;
import io.odograph.simulator.road.RoadDrive;
import io.odograph.simulator.road.RoadRoute;
import io.odograph.simulator.road.RoadRouter;
import io.odograph.simulator.road.SpeedingTruth;
import io.odograph.simulator.road.TrueLimits;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.RoadNetwork;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drive through the town: by given places first, then wherever it goes. Its decisive moment is
 * the departure.
 *
 * @param name short name
 * @param description what happens and what a consumer must make of it
 * @param places to be passed, m east and north of the middle; empty for anywhere
 * @param fast where it is too fast, or null for nowhere
 * @param vehicleClass class of the vehicle
 * @param topSpeed what its driver never exceeds but there, km/h
 * @param length of the way, m
 * @param reportEvery how often its device reports, s
 */
public record TownTrip(
        String name,
        String description,
        List<Place> places,
        @Nullable Fast fast,
        VehicleClass vehicleClass,
        double topSpeed,
        double length,
        double reportEvery)
        implements Scenario {

    private static final int ATTEMPTS = 40;

    /** By then what is planned is over, s; the drive goes on. */
    private static final double LASTS = 600;

    /**
     * A place to be passed.
     *
     * @param east m
     * @param north m
     */
    record Place(double east, double north) {}

    /**
     * Where a driver is too fast.
     *
     * @param from number of the place after which it begins, from 0
     * @param after how far after it, m
     * @param to number of the place at which it ends
     * @param beyond how far beyond it, m
     * @param plus km/h above the limit
     */
    record Fast(int from, double after, int to, double beyond, double plus) {}

    @Override
    public double lead() {
        return 0;
    }

    @Override
    public double lasts() {
        return LASTS;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        Journey journey = journey(vehicle, at, rng.fork(0));
        for (int i = 1; i < ATTEMPTS && !isAsPlanned(journey, vehicle); i++) {
            journey = journey(vehicle, at, rng.fork(i));
        }
        vehicle.travel(journey);
        vehicle.reportEvery(reportEvery);
        journey.tunnels().forEach(vehicle::lose);
    }

    private boolean isAsPlanned(Journey journey, VehiclePlan vehicle) {
        SpeedingTruth truth = journey.truth(vehicle.start());
        return truth.isClear() && truth.episodes().size() == (fast == null ? 0 : 1);
    }

    private Journey journey(VehiclePlan vehicle, double at, Rng rng) {
        RoadNetwork network = Town.network();
        RoadRouter router = new RoadRouter(network);
        Rng goals = rng.fork("goals");
        int[] nodes = places.stream().mapToInt(p -> Town.nodeAt(p.east, p.north)).toArray();
        RoadRoute route =
                nodes.length == 0 ? router.wandering(goals, length) : router.through(nodes);
        List<Excess> excesses = fast == null ? List.of() : List.of(excess(fast, route, nodes));
        route = router.extended(route, goals, length);
        DrivingStyle style = DrivingStyle.lawful(rng.fork("style"));
        TrueLimits limits = Works.limits(vehicleClass, vehicle.start());
        RoadDrive drive =
                RoadDrive.of(
                        route,
                        style.upTo(Math.min(style.topSpeed(), topSpeed)),
                        excesses,
                        limits,
                        Journey.departure(vehicle.start(), at),
                        rng.fork("drive"));
        double odometer = Units.round(rng.fork("odometer").uniform(5e5, 9e6), 1);
        return new Journey(drive, at, odometer, vehicleClass, limits);
    }

    private static Excess excess(Fast fast, RoadRoute route, int... nodes) {
        double[] passed = new double[nodes.length];
        int place = 1;
        for (int i = 0; i < route.size() && place < nodes.length; i++) {
            int node = route.network().headNode(route.key(i));
            if (route.network().realNode(node) == nodes[place]) {
                passed[place] = route.start(i + 1);
                place++;
            }
        }
        return Excess.over(
                passed[fast.from] + fast.after, passed[fast.to] + fast.beyond, fast.plus);
    }
}
