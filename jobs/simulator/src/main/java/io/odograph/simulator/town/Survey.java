// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.simulator.town.Town.Node;
import io.odograph.simulator.town.Town.Restriction;
import io.odograph.simulator.town.Town.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Lays a plan of roads out on the ground: finds junctions, bends everything a little. */
final class Survey {

    private static final double METRES_PER_DEGREE = 111_195;

    /** Points of a road are so far apart at most, m. */
    private static final double SPACING = 60;

    /** Points so near each other are the same, m. */
    private static final double SAME = 0.2;

    private static final long FIRST_WAY = 1001;
    private static final long FIRST_RESTRICTION = 1;

    private final TownLayout layout;
    private final List<double[]> places = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    Survey(TownLayout layout) {
        this.layout = layout;
    }

    Town town() {
        for (Road road : layout.roads()) {
            ways.add(new Way(FIRST_WAY + ways.size(), road, nodesOf(road)));
        }
        List<Node> nodes = new ArrayList<>();
        for (double[] place : places) {
            int[] ground = place(place[0], place[1]);
            nodes.add(new Node(nodes.size() + 1, ground[0], ground[1]));
        }
        return new Town(List.copyOf(nodes), List.copyOf(ways), restrictions());
    }

    private List<Restriction> restrictions() {
        List<Restriction> restrictions = new ArrayList<>();
        for (TownLayout.Turn turn : layout.turns()) {
            restrictions.add(
                    new Restriction(
                            FIRST_RESTRICTION + restrictions.size(),
                            turn.kind(),
                            wayOf(turn.from()),
                            nodeAt(new double[] {turn.east(), turn.north()}),
                            wayOf(turn.to())));
        }
        return List.copyOf(restrictions);
    }

    private long wayOf(Road road) {
        return FIRST_WAY + layout.roads().indexOf(road);
    }

    private List<Long> nodesOf(Road road) {
        List<Long> nodes = new ArrayList<>();
        List<double[]> points = road.points();
        for (int i = 1; i < points.size(); i++) {
            double[] from = points.get(i - 1);
            double[] to = points.get(i);
            for (double part : parts(road, from, to)) {
                long node = nodeAt(Lines.towards(from, to, part));
                if (nodes.isEmpty() || nodes.get(nodes.size() - 1) != node) {
                    nodes.add(node);
                }
            }
        }
        return List.copyOf(nodes);
    }

    /** Where a stretch has points, 0..1: its ends, junctions, and some in between. */
    private SortedSet<Double> parts(Road road, double[] from, double[] to) {
        SortedSet<Double> parts = new TreeSet<>(List.of(0.0, 1.0));
        for (Road other : layout.roads()) {
            if (other.equals(road) || other.level() != road.level()) {
                continue;
            }
            List<double[]> points = other.points();
            for (int i = 1; i < points.size(); i++) {
                Double part = Lines.meeting(from, to, points.get(i - 1), points.get(i));
                if (part != null) {
                    parts.add(part);
                }
            }
        }
        double length = StrictMath.hypot(to[0] - from[0], to[1] - from[1]);
        List<Double> junctions = List.copyOf(parts);
        for (int i = 1; i < junctions.size(); i++) {
            double begin = junctions.get(i - 1);
            double stretch = junctions.get(i) - begin;
            int pieces = (int) Math.ceil(stretch * length / SPACING - 1e-6);
            for (int piece = 1; piece < pieces; piece++) {
                parts.add(begin + stretch * piece / pieces);
            }
        }
        return parts;
    }

    private long nodeAt(double[] place) {
        for (int i = 0; i < places.size(); i++) {
            double[] other = places.get(i);
            if (Math.abs(other[0] - place[0]) < SAME && Math.abs(other[1] - place[1]) < SAME) {
                return i + 1L;
            }
        }
        places.add(place);
        return places.size();
    }

    /**
     * Where a place of the plan is on the ground, degrees times 10^7: no road is quite straight,
     * and parallel ones stay so.
     */
    static int[] place(double east, double north) {
        double bentEast = east + 30 * StrictMath.sin(north / 260);
        double bentNorth = north + 20 * StrictMath.sin(east / 300 + 1);
        double scale = StrictMath.cos(StrictMath.toRadians(Town.LATITUDE));
        double latitude = Town.LATITUDE + bentNorth / METRES_PER_DEGREE;
        double longitude = Town.LONGITUDE + bentEast / (METRES_PER_DEGREE * scale);
        return new int[] {(int) Math.round(latitude * 1e7), (int) Math.round(longitude * 1e7)};
    }
}
