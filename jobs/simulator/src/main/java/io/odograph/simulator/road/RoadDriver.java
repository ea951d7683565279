// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.simulator.math.Rng;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadFlags;
import io.odograph.udfs.road.RoadNetwork;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Drives along a route below its {@link SpeedEnvelope}, and stops where it has to. */
final class RoadDriver {

    /** Where a vehicle stops before the middle of a junction, m. */
    private static final double STOP_LINE = 7;

    /** Nothing on the way to an excess or within it makes its driver stop, m. */
    private static final double FREE_BEFORE = 20;

    private static final double FREE_AFTER = 150;

    /** What is left of the way when a vehicle counts as there, m. */
    private static final double THERE = 0.01;

    private record Stop(double at, double seconds) {}

    private final RoadRoute route;
    private final SpeedEnvelope envelope;
    private final Deque<Stop> stops;
    private double[] distances = new double[4096];
    private double[] speeds = new double[4096];
    private int steps;

    RoadDriver(
            RoadRoute route,
            SpeedEnvelope envelope,
            DrivingStyle style,
            List<Excess> excesses,
            Rng rng) {
        this.route = route;
        this.envelope = envelope;
        this.stops = stops(route, style, excesses, rng.fork("stops"));
    }

    RoadDrive drive() {
        double at = 0;
        double speed = 0;
        while (!stops.isEmpty()) {
            Stop stop = stops.element();
            double left = stop.at - at;
            add(at, speed);
            if (left < THERE) {
                stops.remove();
                speed = 0;
                for (int i = 0; i < stop.seconds / RoadDrive.STEP; i++) {
                    add(at, 0);
                }
                continue;
            }
            double ahead = speed * RoadDrive.STEP;
            double braking = 2 * DrivingStyle.BRAKING * Math.max(0, left - ahead);
            double faster = speed + forward(speed) * RoadDrive.STEP;
            double next = Math.min(faster, envelope.at(Math.min(at + ahead, route.length())));
            next = Math.min(next, Math.sqrt(braking));
            at = Math.min(at + (speed + next) / 2 * RoadDrive.STEP, stop.at);
            speed = next;
        }
        return new RoadDrive(route, distances, speeds, steps);
    }

    /** The faster, the less is left to accelerate with. */
    private static double forward(double speed) {
        return Math.max(0.6, DrivingStyle.FORWARD - 0.02 * speed);
    }

    private void add(double at, double speed) {
        if (steps == distances.length) {
            distances = Arrays.copyOf(distances, 2 * steps);
            speeds = Arrays.copyOf(speeds, 2 * steps);
        }
        distances[steps] = at;
        speeds[steps] = speed;
        steps++;
    }

    private static Deque<Stop> stops(
            RoadRoute route, DrivingStyle style, List<Excess> excesses, Rng rng) {
        Deque<Stop> stops = new ArrayDeque<>();
        for (int i = 0; i < route.size() - 1; i++) {
            double at = route.start(i + 1) - STOP_LINE;
            boolean stop = rng.chance(style.stopShare());
            double seconds = rng.uniform(3, 25);
            boolean fits = at > route.start(i) + STOP_LINE;
            if (stop && fits && isJunction(route, i) && isFree(excesses, at)) {
                stops.add(new Stop(at, seconds));
            }
        }
        stops.add(new Stop(route.length(), 0));
        return stops;
    }

    private static boolean isFree(List<Excess> excesses, double at) {
        for (Excess excess : excesses) {
            if (at > excess.from() - FREE_BEFORE && at < excess.to() + FREE_AFTER) {
                return false;
            }
        }
        return true;
    }

    /** Where ways part at grade; on motorways and ramps and in roundabouts nobody has to stop. */
    private static boolean isJunction(RoadRoute route, int index) {
        RoadNetwork network = route.network();
        int key = route.key(index);
        int node = network.headNode(key);
        boolean flowing =
                network.roadClass(key >> 1) == RoadClass.MOTORWAY
                        || (network.flags(key >> 1) & (RoadFlags.RAMP | RoadFlags.ROUNDABOUT)) != 0;
        return !flowing && network.outEnd(node) - network.outBegin(node) > 2;
    }
}
