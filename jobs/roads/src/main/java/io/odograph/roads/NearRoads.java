// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.udfs.road.RoadNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds roads near a place, by looking at every one: good for a question now and then. */
final class NearRoads {

    private static final double METRES = 0.0111194926645;

    private final RoadNetwork network;
    private final double latitude;
    private final double longitude;
    private final double scale;

    /**
     * A directed edge near the place.
     *
     * @param key the edge and its direction
     * @param distance from the place, m
     * @param heading of the road where it is nearest, degrees clockwise from north
     */
    record Near(int key, double distance, double heading) {

        /** Angle between a heading and the road's, 0 to 180 degrees. */
        double turn(double other) {
            return Math.abs((heading - other + 540) % 360 - 180);
        }
    }

    NearRoads(RoadNetwork network, double latitude, double longitude) {
        this.network = network;
        this.latitude = latitude * 1e7;
        this.longitude = longitude * 1e7;
        this.scale = METRES * Math.cos(Math.toRadians(latitude));
    }

    /** Drivable directed edges within a distance, the nearest first. */
    List<Near> within(double metres) {
        List<Near> found = new ArrayList<>();
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            Near near = nearest(edge);
            if (near.distance() <= metres) {
                if (network.isDrivable(near.key())) {
                    found.add(near);
                }
                if (network.isDrivable(near.key() ^ 1)) {
                    found.add(
                            new Near(
                                    near.key() ^ 1, near.distance(), (near.heading() + 180) % 360));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Near::distance).thenComparingInt(Near::key));
        return found;
    }

    private Near nearest(int edge) {
        double best = Double.POSITIVE_INFINITY;
        double heading = 0;
        for (int point = network.firstPoint(edge); point < network.lastPoint(edge); point++) {
            double x = east(point);
            double y = north(point);
            double dx = east(point + 1) - x;
            double dy = north(point + 1) - y;
            double square = dx * dx + dy * dy;
            double part = square == 0 ? 0 : Math.max(0, Math.min(1, -(x * dx + y * dy) / square));
            double distance = Math.hypot(x + part * dx, y + part * dy);
            if (distance < best) {
                best = distance;
                heading = (Math.toDegrees(Math.atan2(dx, dy)) + 360) % 360;
            }
        }
        return new Near(2 * edge, best, heading);
    }

    private double east(int point) {
        return (network.longitude(point) - longitude) * scale;
    }

    private double north(int point) {
        return (network.latitude(point) - latitude) * METRES;
    }
}
