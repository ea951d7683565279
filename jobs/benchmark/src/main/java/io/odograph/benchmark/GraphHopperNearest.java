// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.util.DirectedEdgeFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.HeadingEdgeFilter;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.AngleCalc;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.GHPoint;

/** The nearest edge of GraphHopper's index for each fix alone, of those in its direction if any. */
final class GraphHopperNearest implements Contender {

    private static final double TURN = 360;

    /** {@link HeadingEdgeFilter} accepts directions within so many degrees. */
    private static final double TOLERANCE = 30;

    private final GraphHopperRoads roads;
    private final LocationIndex index;
    private final EdgeFilter anyDirection;
    private final DirectedEdgeFilter direction;

    GraphHopperNearest(GraphHopperRoads roads) {
        this.roads = roads;
        this.index = roads.hopper().getLocationIndex();
        BooleanEncodedValue access = roads.access();
        this.direction = (edge, reverse) -> reverse ? edge.getReverse(access) : edge.get(access);
        this.anyDirection = edge -> edge.get(access) || edge.getReverse(access);
    }

    @Override
    public String name() {
        return "GraphHopper, nearest edge with heading";
    }

    @Override
    public long match(Trace trace) {
        long sum = 0;
        for (int i = 0; i < trace.size(); i++) {
            sum += snap(trace, i).getClosestNode();
        }
        return sum;
    }

    @Override
    public long[] answers(Trace trace) {
        long[] sides = new long[trace.size()];
        for (int i = 0; i < sides.length; i++) {
            Snap snap = snap(trace, i);
            sides[i] = snap.isValid() ? side(snap, trace.headings()[i]) : WaySide.NONE;
        }
        return sides;
    }

    private Snap snap(Trace trace, int i) {
        double latitude = trace.latitude(i);
        double longitude = trace.longitude(i);
        float heading = trace.headings()[i];
        if (!Float.isNaN(heading)) {
            Snap snap =
                    index.findClosest(
                            latitude,
                            longitude,
                            towards(heading, new GHPoint(latitude, longitude)));
            if (snap.isValid()) {
                return snap;
            }
        }
        return index.findClosest(latitude, longitude, anyDirection);
    }

    /** Asks twice around north, since its filter does not know that 359 is close to 1. */
    private EdgeFilter towards(float heading, GHPoint point) {
        EdgeFilter filter = new HeadingEdgeFilter(direction, heading, point);
        if (heading >= TOLERANCE && heading <= TURN - TOLERANCE) {
            return filter;
        }
        double same = heading < TOLERANCE ? heading + TURN : heading - TURN;
        EdgeFilter wrapped = new HeadingEdgeFilter(direction, same, point);
        return edge -> filter.accept(edge) || wrapped.accept(edge);
    }

    private long side(Snap snap, float heading) {
        EdgeIteratorState edge = snap.getClosestEdge();
        PointList points = edge.fetchWayGeometry(FetchMode.ALL);
        int from = Math.min(snap.getWayIndex(), points.size() - 2);
        double drawn =
                AngleCalc.ANGLE_CALC.calcAzimuth(
                        points.getLat(from),
                        points.getLon(from),
                        points.getLat(from + 1),
                        points.getLon(from + 1));
        boolean against = Math.abs(Math.IEEEremainder(drawn - heading, TURN)) > TURN / 4;
        boolean isOneWay = !direction.accept(edge, against);
        return roads.side(against != isOneWay ? edge.detach(true) : edge);
    }
}
