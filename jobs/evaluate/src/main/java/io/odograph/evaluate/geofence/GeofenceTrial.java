// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.evaluate.speeding.Condition;
import io.odograph.evaluate.speeding.Fix;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.road.RoadRouter;
import io.odograph.simulator.road.TrueLimits;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Vehicles that drive and stand, each with fences of its own, and what is told of them.
 *
 * @param network the roads
 * @param tours how they move
 * @param fences those of each
 * @param seed of the noise
 */
record GeofenceTrial(
        RoadNetwork network, List<Tour> tours, List<List<DrawnFence>> fences, Rng seed) {

    /** Fences of each vehicle; fewer than are watched at once. */
    private static final int FENCES = 48;

    private static final double[] NOISES = {5, 10, 20};
    private static final int[] INTERVALS = {1, 5, 15, 30};

    /** Draws tours between random places, and fences. */
    static GeofenceTrial of(RoadNetwork network, int count, long seed) {
        RoadRouter router = new RoadRouter(network);
        TrueLimits limits = TrueLimits.of(network, VehicleClass.PASSENGER_CAR);
        Rng root = new Rng(seed).fork("geofence");
        List<Tour> tours = new ArrayList<>();
        List<List<DrawnFence>> fences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Rng rng = root.fork(i);
            Tour tour = Tour.draw(router, limits, Reports.DEPARTURE, rng.fork("tour"));
            tours.add(tour);
            fences.add(FencePlans.draw(tour, FENCES, rng.fork("fences")));
        }
        return new GeofenceTrial(
                network, List.copyOf(tours), List.copyOf(fences), root.fork("noise"));
    }

    /** Receivers, the best first. */
    static List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        for (double noise : NOISES) {
            for (int interval : INTERVALS) {
                all.add(new Condition(noise, interval, false));
            }
        }
        return all;
    }

    double kilometres() {
        return tours.stream().mapToDouble(Tour::kilometres).sum();
    }

    double hours() {
        return tours.stream().mapToDouble(Tour::duration).sum() / 3_600;
    }

    /** What is right of one vehicle under all conditions, in their order. */
    List<TourScore> judge(int vehicle) {
        Tour tour = tours.get(vehicle);
        List<Profile> truths =
                fences.get(vehicle).stream().map(fence -> Profile.of(tour, fence)).toList();
        return conditions().stream().map(condition -> judge(vehicle, truths, condition)).toList();
    }

    private TourScore judge(int vehicle, List<Profile> truths, Condition condition) {
        List<DrawnFence> all = fences.get(vehicle);
        Tour tour = tours.get(vehicle);
        VisitRule stays = stays(vehicle, condition);
        VisitRule crossings =
                VisitRule.crossings(
                        condition.sigma(), condition.interval(), phase(vehicle, condition));
        List<Telemetry> records = records(vehicle, condition);
        Map<String, List<Told>> stayed = told(vehicle, records, stays);
        Map<String, List<Told>> crossed = told(vehicle, records, crossings);
        TourScore score = TourScore.NONE;
        for (int i = 0; i < all.size(); i++) {
            DrawnFence fence = all.get(i);
            List<Told> none = List.of();
            String name = "tour " + (vehicle + 1) + " " + fence.id();
            score =
                    score.plus(
                            new TourScore(
                                    VisitScore.of(
                                            name,
                                            fence,
                                            truths.get(i),
                                            stayed.getOrDefault(fence.id(), none),
                                            stays),
                                    PassageScore.of(
                                            name,
                                            tour,
                                            fence,
                                            truths.get(i),
                                            crossed.getOrDefault(fence.id(), none),
                                            crossings),
                                    truths.get(i).stretches().isEmpty() ? 1 : 0));
        }
        return score;
    }

    static VisitRule stays(int vehicle, Condition condition) {
        return VisitRule.stays(condition.sigma(), condition.interval(), phase(vehicle, condition));
    }

    private static int phase(int vehicle, Condition condition) {
        return vehicle % condition.interval();
    }

    private Map<String, List<Told>> told(int vehicle, List<Telemetry> records, VisitRule rule) {
        List<BreachEdge> edges = new ArrayList<>();
        Watcher watcher = watcher(vehicle, rule);
        records.forEach(record -> edges.addAll(watcher.see(record)));
        return Told.byFence(edges, tours.get(vehicle).duration());
    }

    Watcher watcher(int vehicle, VisitRule rule) {
        return new Watcher(
                fences.get(vehicle).stream()
                        .map(fence -> fence.fence(rule.thresholds(fence.kind())))
                        .toList());
    }

    /** What a device reports of a vehicle. */
    List<Telemetry> records(int vehicle, Condition condition) {
        Tour tour = tours.get(vehicle);
        Rng noise = seed.fork(vehicle).fork((long) condition.sigma());
        List<Fix> fixes =
                Fix.of(tour::at, tour.duration(), condition, phase(vehicle, condition), noise);
        return fixes.stream()
                .map(
                        fix ->
                                Reports.record(
                                        fix.time(),
                                        new Spot(fix.latitude(), fix.longitude()),
                                        fix.speed(),
                                        (float) condition.sigma(),
                                        ignition(tour, fix.time())))
                .toList();
    }

    private static LowVoltageSystemState ignition(Tour tour, double time) {
        if (!tour.ignitionKnown()) {
            return LowVoltageSystemState.UNDEFINED;
        }
        return tour.isIgnitionOn(time) ? LowVoltageSystemState.ON : LowVoltageSystemState.OFF;
    }
}
