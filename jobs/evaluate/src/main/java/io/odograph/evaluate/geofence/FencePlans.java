// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.road.RoadDrive;
import io.odograph.simulator.road.RoadPoint;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.geo.Area;
import java.util.ArrayList;
import java.util.List;

/** Draws fences on and around the way of a vehicle. */
final class FencePlans {

    private static final double NARROWEST = 30;
    private static final double WIDEST = 5_000;

    /** A corridor along the way has a point every so many metres. */
    private static final double GRID = 25;

    private FencePlans() {}

    /** Fences of all kinds, shapes and sizes: where the vehicle stands, drives and never comes. */
    static List<DrawnFence> draw(Tour tour, int count, Rng root) {
        List<DrawnFence> fences = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Rng rng = root.fork(i);
            FenceKind kind =
                    switch (rng.below(5)) {
                        case 0 -> FenceKind.KEEP_IN;
                        case 1, 2 -> FenceKind.KEEP_OUT;
                        default -> FenceKind.ZONE;
                    };
            double size = NARROWEST * StrictMath.pow(WIDEST / NARROWEST, rng.uniform());
            fences.add(draw(tour, "fence-" + i, kind, size, rng));
        }
        return List.copyOf(fences);
    }

    private static DrawnFence draw(Tour tour, String id, FenceKind kind, double size, Rng rng) {
        Spot near = spot(tour, rng);
        double turn = rng.uniform(0, 2 * Math.PI);
        // Half around the place, half beside it, of which some reach it.
        double away = rng.chance(0.5) ? rng.uniform() * size / 2 : rng.uniform(0.5, 3) * size;
        Spot centre = near.towards(turn, away);
        return switch (rng.below(4)) {
            case 0 -> circle(id, kind, centre, size / 2);
            case 1 -> corridor(tour, id, kind, centre, size, rng);
            default -> polygon(id, kind, centre, size, rng);
        };
    }

    /** Where the vehicle stands, or anywhere on its way. */
    private static Spot spot(Tour tour, Rng rng) {
        List<RoadPoint> stands = tour.stands();
        RoadPoint point =
                rng.chance(0.5)
                        ? stands.get(rng.below(stands.size()))
                        : tour.at(rng.uniform(tour.departures()[0], tour.duration()));
        return new Spot(point.latitude(), point.longitude());
    }

    private static DrawnFence circle(String id, FenceKind kind, Spot centre, double radius) {
        List<Area.Ring> lines = List.of(Spot.line(List.of(centre)));
        FenceShape shape = new FenceShape(FenceShape.Kind.CIRCLE, lines, radius);
        return DrawnFence.of(id, kind, shape, 2 * radius);
    }

    private static DrawnFence polygon(
            String id, FenceKind kind, Spot centre, double size, Rng rng) {
        boolean isStar = rng.chance(0.3);
        int corners = isStar ? 6 + rng.below(18) : 4 + rng.below(9);
        double turn = rng.uniform(0, 2 * Math.PI);
        double stretch = rng.uniform(1, 2);
        double narrow = 1;
        List<Spot> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double reach = isStar ? rng.uniform(0.6, 1) : 1;
            narrow = Math.min(narrow, reach);
            double angle = turn + 2 * Math.PI * i / corners;
            ring.add(
                    centre.moved(
                            stretch * reach * size / 2 * StrictMath.cos(angle),
                            reach * size / 2 * StrictMath.sin(angle)));
        }
        FenceShape shape = new FenceShape(FenceShape.Kind.POLYGON, List.of(Spot.line(ring)), 0);
        return DrawnFence.of(id, kind, shape, size * narrow * Math.cos(Math.PI / corners));
    }

    /** Along the way of the vehicle, or along lines of its own. */
    private static DrawnFence corridor(
            Tour tour, String id, FenceKind kind, Spot from, double size, Rng rng) {
        double width = Math.min(size, 400);
        List<Spot> line = rng.chance(0.5) ? along(tour, 4 * size, rng) : winding(from, size, rng);
        FenceShape shape =
                new FenceShape(FenceShape.Kind.CORRIDOR, List.of(Spot.line(line)), width / 2);
        return DrawnFence.of(id, kind, shape, width);
    }

    private static List<Spot> along(Tour tour, double length, Rng rng) {
        RoadDrive drive = tour.drives().get(rng.below(tour.drives().size()));
        double whole = drive.route().length();
        double part = Math.min(length, whole);
        double from = rng.uniform() * (whole - part);
        List<Spot> line = new ArrayList<>();
        for (double at = from; at < from + part + GRID; at += GRID) {
            double distance = Math.min(at, from + part);
            line.add(new Spot(drive.route().latitude(distance), drive.route().longitude(distance)));
        }
        return line.size() < 2 ? List.of(line.get(0), line.get(0).moved(GRID, 0)) : line;
    }

    private static List<Spot> winding(Spot from, double size, Rng rng) {
        List<Spot> line = new ArrayList<>(List.of(from));
        double direction = rng.uniform(0, 2 * Math.PI);
        for (int i = 0; i < 5; i++) {
            direction += rng.uniform(-0.6, 0.6);
            line.add(line.get(i).towards(direction, size * rng.uniform(0.5, 1)));
        }
        return line;
    }
}
