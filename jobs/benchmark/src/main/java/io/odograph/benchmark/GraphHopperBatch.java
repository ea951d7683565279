// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import com.graphhopper.matching.EdgeMatch;
import com.graphhopper.matching.MapMatching;
import com.graphhopper.matching.Observation;
import com.graphhopper.matching.State;
import com.graphhopper.util.DistancePlaneProjection;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PMap;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.GHPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;

/** GraphHopper's map matching: the whole trace in one call, everything known beforehand. */
final class GraphHopperBatch implements Contender {

    /** What it reckons with unless told otherwise, m. */
    static final double DEFAULT_SIGMA = 10;

    private static final double[] SIGMAS = {5, DEFAULT_SIGMA, 15};

    private final String name;
    private final GraphHopperRoads roads;
    private final MapMatching matching;

    /**
     * Creates it.
     *
     * @param sigma standard deviation of positions that it reckons with, m
     */
    GraphHopperBatch(GraphHopperRoads roads, double sigma) {
        this.name = String.format(Locale.ROOT, "GraphHopper batch, sigma %.0f", sigma);
        this.roads = roads;
        this.matching =
                MapMatching.fromGraphHopper(
                        roads.hopper(), new PMap().putObject("profile", GraphHopperRoads.CAR));
        matching.setMeasurementErrorSigma(sigma);
    }

    /** Settings worth trying at a noise of 5 m: faster and slower, better and worse. */
    static double[] sigmas() {
        return SIGMAS.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long match(Trace trace) {
        return edges(observations(trace)).size();
    }

    private static List<Observation> observations(Trace trace) {
        List<Observation> observations = new ArrayList<>(trace.size());
        for (int i = 0; i < trace.size(); i++) {
            observations.add(new Observation(new GHPoint(trace.latitude(i), trace.longitude(i))));
        }
        return observations;
    }

    /** It answers all of a trace or, where it finds no way from fix to fix, nothing of it. */
    private List<EdgeMatch> edges(List<Observation> observations) {
        try {
            return matching.match(observations).getEdgeMatches();
        } catch (IllegalArgumentException broken) {
            return List.of();
        }
    }

    /**
     * It leaves out fixes that are close to the last one that it used: they are on the nearest edge
     * of its way between the fixes used before and after.
     */
    @Override
    public long[] answers(Trace trace) {
        long[] sides = new long[trace.size()];
        Arrays.fill(sides, WaySide.NONE);
        List<Observation> observations = observations(trace);
        List<EdgeMatch> edges = edges(observations);
        IdentityHashMap<Observation, Integer> used = new IdentityHashMap<>();
        for (int e = 0; e < edges.size(); e++) {
            for (State state : edges.get(e).getStates()) {
                used.put(state.getEntry(), e);
            }
        }
        if (edges.isEmpty()) {
            return sides;
        }
        int[] after = new int[sides.length];
        int next = edges.size() - 1;
        for (int i = sides.length - 1; i >= 0; i--) {
            next = used.getOrDefault(observations.get(i), next);
            after[i] = next;
        }
        int before = 0;
        for (int i = 0; i < sides.length; i++) {
            before = used.getOrDefault(observations.get(i), before);
            GHPoint point = observations.get(i).getPoint();
            sides[i] = roads.side(nearest(edges, before, after[i], point));
        }
        return sides;
    }

    private static EdgeIteratorState nearest(
            List<EdgeMatch> edges, int from, int to, GHPoint point) {
        EdgeIteratorState nearest = edges.get(from).getEdgeState();
        double least = Double.POSITIVE_INFINITY;
        for (int e = from; e <= to && from < to; e++) {
            double distance = distance(edges.get(e).getEdgeState(), point);
            if (distance < least) {
                least = distance;
                nearest = edges.get(e).getEdgeState();
            }
        }
        return nearest;
    }

    private static double distance(EdgeIteratorState edge, GHPoint point) {
        DistancePlaneProjection plane = DistancePlaneProjection.DIST_PLANE;
        PointList points = edge.fetchWayGeometry(FetchMode.ALL);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            double fromLat = points.getLat(i - 1);
            double fromLon = points.getLon(i - 1);
            double toLat = points.getLat(i);
            double toLon = points.getLon(i);
            boolean beside =
                    plane.validEdgeDistance(point.lat, point.lon, fromLat, fromLon, toLat, toLon);
            double distance =
                    beside
                            ? plane.calcNormalizedEdgeDistance(
                                    point.lat, point.lon, fromLat, fromLon, toLat, toLon)
                            : Math.min(
                                    plane.calcNormalizedDist(
                                            fromLat, fromLon, point.lat, point.lon),
                                    plane.calcNormalizedDist(toLat, toLon, point.lat, point.lon));
            least = Math.min(least, distance);
        }
        return least;
    }
}
