// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import io.odograph.udfs.geo.Area;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts rings and lines that go on beyond longitude 180 into parts on either side of it, as GeoJSON
 * wants them (RFC 7946, 3.1.9).
 *
 * <p>Of rings one side at a time is kept: the parts strictly on it, and where they come from and go
 * to the line. Just beside the line what is inside lies between the first and the second such place
 * from the south, the third and the fourth, and so on: there the parts are closed.
 */
final class AntimeridianCut {

    private static final long HALF = 1_800_000_000L;
    private static final long TURN = 2 * HALF;

    private final long cut;
    private final boolean east;
    private final List<Crossing> crossings = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Area.Ring> done = new ArrayList<>();

    /** Work on the side of a line. */
    private AntimeridianCut(long cut, boolean east) {
        this.cut = cut;
        this.east = east;
    }

    private record Point(long latitude, long longitude) {}

    /** A place where a ring comes to the line; compared by identity, since rings may meet there. */
    private static final class Crossing {

        private final Point point;

        private Crossing(Point point) {
            this.point = point;
        }
    }

    /** A part of a ring between two crossings, which are its first and last points. */
    private record Part(Crossing from, List<Point> points, Crossing to) {}

    /** Parts of a polygon, each between -180 and 180 degrees. */
    static List<Area.Ring> rings(List<Area.Ring> rings) {
        if (isWithin(rings)) {
            return rings;
        }
        List<Area.Ring> all = new ArrayList<>();
        for (boolean east : new boolean[] {false, true}) {
            AntimeridianCut side = new AntimeridianCut(lineAcross(rings), east);
            rings.forEach(ring -> side.split(points(ring)));
            side.join();
            all.addAll(side.done);
        }
        return all;
    }

    /** Parts of lines, each between -180 and 180 degrees, in the order of the lines. */
    static List<Area.Ring> lines(List<Area.Ring> lines) {
        long cut = lineAcross(lines);
        List<Area.Ring> all = new ArrayList<>();
        for (Area.Ring line : lines) {
            List<Point> part = new ArrayList<>();
            int side = 0;
            for (Point point : withCrossings(points(line), cut)) {
                int next = Long.signum(point.longitude - cut);
                if (side * next < 0) {
                    all.add(line(part, cut, side > 0));
                    part = new ArrayList<>(List.of(part.get(part.size() - 1)));
                    side = next;
                }
                side = side == 0 ? next : side;
                part.add(point);
            }
            all.add(line(part, cut, side > 0));
        }
        return all;
    }

    private static boolean isWithin(List<Area.Ring> lines) {
        return lines.stream()
                .flatMapToInt(line -> Arrays.stream(line.longitudes()))
                .allMatch(longitude -> Math.abs((long) longitude) <= HALF);
    }

    /** 180 or -180 degrees, whichever they are beyond; no shape is wide enough for both. */
    private static long lineAcross(List<Area.Ring> lines) {
        boolean isWest =
                lines.stream()
                        .flatMapToInt(line -> Arrays.stream(line.longitudes()))
                        .anyMatch(longitude -> longitude < -HALF);
        return isWest ? -HALF : HALF;
    }

    private static List<Point> points(Area.Ring line) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < line.latitudes().length; i++) {
            points.add(new Point(line.latitudes()[i], line.longitudes()[i]));
        }
        return points;
    }

    private static List<Point> withCrossings(List<Point> points, long cut) {
        List<Point> all = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point to = points.get(i);
            Point from = points.get(Math.max(0, i - 1));
            if (Long.signum(from.longitude - cut) * Long.signum(to.longitude - cut) < 0) {
                all.add(crossing(from, to, cut));
            }
            all.add(to);
        }
        return all;
    }

    private static Point crossing(Point from, Point to, long cut) {
        double share = (double) (cut - from.longitude) / (to.longitude - from.longitude);
        long latitude = from.latitude + Math.round(share * (to.latitude - from.latitude));
        return new Point(latitude, cut);
    }

    private boolean isIn(Point point) {
        return east ? point.longitude > cut : point.longitude < cut;
    }

    /** Finds the parts of a ring on this side. */
    private void split(List<Point> ring) {
        int size = ring.size();
        int first = 0;
        while (first < size && (!isIn(ring.get(first)) || isIn(before(ring, first)))) {
            first++;
        }
        if (first == size) {
            if (isIn(ring.get(0))) {
                done.add(line(ring, cut, east));
            }
            return;
        }
        List<Point> part = new ArrayList<>();
        Crossing from = null;
        for (int i = first; i < first + size; i++) {
            Point point = ring.get(i % size);
            Point last = before(ring, i % size);
            if (isIn(point) && !isIn(last)) {
                from = new Crossing(crossing(last, point, cut));
                part = new ArrayList<>(List.of(from.point));
            }
            if (isIn(point)) {
                part.add(point);
            }
            Point next = ring.get((i + 1) % size);
            if (isIn(point) && !isIn(next) && from != null) {
                Crossing to = new Crossing(crossing(point, next, cut));
                part.add(to.point);
                parts.add(new Part(from, part, to));
                crossings.add(from);
                crossings.add(to);
            }
        }
    }

    private static Point before(List<Point> ring, int index) {
        return ring.get((index + ring.size() - 1) % ring.size());
    }

    /** Closes the parts along the line. */
    private void join() {
        Map<Crossing, Crossing> partners = partners();
        Map<Crossing, Part> partAt = new HashMap<>();
        for (Part part : parts) {
            partAt.put(part.from, part);
            partAt.put(part.to, part);
        }
        Deque<Part> open = new ArrayDeque<>(parts);
        while (!open.isEmpty()) {
            List<Point> ring = new ArrayList<>();
            Part part = open.peek();
            Crossing at = part.from;
            while (open.remove(part)) {
                List<Point> points = new ArrayList<>(part.points);
                boolean isForward = part.from == at;
                if (!isForward) {
                    Collections.reverse(points);
                }
                ring.addAll(points);
                at = partners.get(isForward ? part.to : part.from);
                part = partAt.get(at);
            }
            List<Point> corners = withoutRepetitions(ring);
            // A tip that is hardly beyond the line leaves nothing.
            if (corners.size() > 2) {
                done.add(line(corners, cut, east));
            }
        }
    }

    private Map<Crossing, Crossing> partners() {
        List<Crossing> northward = new ArrayList<>(crossings);
        northward.sort(Comparator.comparingLong(crossing -> crossing.point.latitude));
        Map<Crossing, Crossing> partners = new HashMap<>();
        for (int i = 0; i + 1 < northward.size(); i += 2) {
            partners.put(northward.get(i), northward.get(i + 1));
            partners.put(northward.get(i + 1), northward.get(i));
        }
        return partners;
    }

    private static List<Point> withoutRepetitions(List<Point> ring) {
        List<Point> different = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            if (!ring.get(i).equals(before(ring, i))) {
                different.add(ring.get(i));
            }
        }
        return different;
    }

    private static Area.Ring line(List<Point> points, long cut, boolean east) {
        long shift = cut == HALF ? (east ? -TURN : 0) : (east ? 0 : TURN);
        return new Area.Ring(
                points.stream().mapToInt(p -> Math.toIntExact(p.latitude)).toArray(),
                points.stream().mapToInt(p -> Math.toIntExact(p.longitude + shift)).toArray());
    }
}
