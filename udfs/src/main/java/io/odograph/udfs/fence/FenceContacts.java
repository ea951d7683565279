// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where rings cross or run along themselves or each other, exactly. They may touch in points.
 * Different rings may share sides on longitude 180, where shapes are cut (RFC 7946, 3.1.9).
 *
 * <p>Coordinates must be within {@link FenceShape#MAX_DEGREES} of each other, so that products of
 * two differences are within 64 bits.
 */
final class FenceContacts {

    private static final Comparator<Side> BY_PLACE =
            Comparator.comparingInt(Side::ring).thenComparingInt(Side::index);

    private final List<Side> sides = new ArrayList<>();
    private final FenceFaults faults;

    FenceContacts(List<FenceLine> rings, FenceFaults faults) {
        this.faults = faults;
        for (int ring = 0; ring < rings.size(); ring++) {
            for (int i = 0; i < rings.get(ring).size(); i++) {
                sides.add(Side.of(ring, rings.get(ring), i));
            }
        }
    }

    /** A corner, or a direction. */
    private record Vector(long latitude, long longitude) {

        Vector minus(Vector other) {
            return new Vector(latitude - other.latitude, longitude - other.longitude);
        }

        /** 1 where the other is to the left of this, -1 to the right, 0 on one line. */
        int turn(Vector other) {
            return Long.compare(longitude * other.latitude, latitude * other.longitude);
        }

        boolean isAlong(Vector other) {
            return turn(other) == 0
                    && Long.signum(latitude) == Long.signum(other.latitude)
                    && Long.signum(longitude) == Long.signum(other.longitude);
        }
    }

    /**
     * A side.
     *
     * @param before corner before it, where the ring comes from
     */
    private record Side(
            int ring, FenceLine line, int index, Vector before, Vector start, Vector end) {

        static Side of(int ring, FenceLine line, int index) {
            int size = line.size();
            return new Side(
                    ring,
                    line,
                    index,
                    corner(line, (index + size - 1) % size),
                    corner(line, index),
                    corner(line, (index + 1) % size));
        }

        private static Vector corner(FenceLine line, int index) {
            return new Vector(line.latitudeAt(index), line.longitudeAt(index));
        }

        int turnTo(Vector point) {
            return end.minus(start).turn(point.minus(start));
        }

        long south() {
            return Math.min(start.latitude, end.latitude);
        }

        long north() {
            return Math.max(start.latitude, end.latitude);
        }

        long west() {
            return Math.min(start.longitude, end.longitude);
        }

        long east() {
            return Math.max(start.longitude, end.longitude);
        }

        boolean isBeside(Side other) {
            return west() > other.east() || other.west() > east();
        }

        /** Of a point on its line. */
        boolean reaches(Vector point) {
            return point.latitude >= south()
                    && point.latitude <= north()
                    && point.longitude >= west()
                    && point.longitude <= east();
        }

        /** Whether a point is on it, its end excluded, which is the start of the next. */
        boolean has(Vector point) {
            return turnTo(point) == 0 && reaches(point) && !point.equals(end);
        }

        /** Where the ring comes from when it comes to a point of this side. */
        Vector from(Vector point) {
            return (point.equals(start) ? before : start).minus(point);
        }

        Vector to(Vector point) {
            return end.minus(point);
        }

        boolean isCut() {
            return start.longitude == end.longitude
                    && Math.floorMod(start.longitude, FenceLine.TURN) == FenceLine.TURN / 2;
        }

        String text() {
            return "the side from point " + line.numbers[index];
        }
    }

    void find() {
        sides.sort(Comparator.comparingLong(Side::south));
        for (int i = 0; i < sides.size(); i++) {
            Side one = sides.get(i);
            for (int j = i + 1; j < sides.size() && !faults.isFull(); j++) {
                Side other = sides.get(j);
                if (other.south() > one.north()) {
                    break;
                }
                if (!one.isBeside(other)) {
                    compare(one, other);
                }
            }
        }
    }

    private void compare(Side one, Side other) {
        int atStart = one.turnTo(other.start);
        int atEnd = one.turnTo(other.end);
        if (atStart == 0 && atEnd == 0 && runAlong(one, other)) {
            return;
        }
        if (atStart * atEnd < 0 && other.turnTo(one.start) * other.turnTo(one.end) < 0) {
            crossing(one, other);
        } else if (other.has(one.start)) {
            touch(one, other, one.start);
        } else if (one.has(other.start)) {
            touch(one, other, other.start);
        }
    }

    /** Of two sides on one line, whether they share more than a point. */
    private boolean runAlong(Side one, Side other) {
        List<Vector> shared =
                List.of(one.start, one.end, other.start, other.end).stream()
                        .filter(point -> one.reaches(point) && other.reaches(point))
                        .distinct()
                        .toList();
        if (shared.size() < 2) {
            return false;
        }
        if (one.ring == other.ring || !one.isCut()) {
            add(
                    one,
                    other,
                    "run along each other",
                    (double) shared.get(0).latitude,
                    (double) shared.get(0).longitude);
        }
        return true;
    }

    private void crossing(Side one, Side other) {
        Vector along = one.end.minus(one.start);
        Vector across = other.end.minus(other.start);
        Vector apart = other.start.minus(one.start);
        double turn = product(along, across);
        double share = turn == 0 ? 0 : product(apart, across) / turn;
        add(
                one,
                other,
                "cross",
                one.start.latitude + share * along.latitude,
                one.start.longitude + share * along.longitude);
    }

    private static double product(Vector one, Vector other) {
        return (double) one.longitude * other.latitude - (double) one.latitude * other.longitude;
    }

    /** Rings that meet in a point cross there if one changes from one side of the other to that. */
    private void touch(Side one, Side other, Vector point) {
        Vector from = one.from(point);
        Vector to = one.to(point);
        Vector otherFrom = other.from(point);
        Vector otherTo = other.to(point);
        boolean shares =
                from.isAlong(otherFrom)
                        || from.isAlong(otherTo)
                        || to.isAlong(otherFrom)
                        || to.isAlong(otherTo);
        // Where they run along each other that is the fault.
        if (!shares && isBetween(from, to, otherFrom) != isBetween(from, to, otherTo)) {
            add(one, other, "cross", (double) point.latitude, (double) point.longitude);
        }
    }

    /** Whether one comes to a direction when turning left from the first to the second. */
    private static boolean isBetween(Vector first, Vector second, Vector direction) {
        int turn = first.turn(second);
        if (turn > 0) {
            return first.turn(direction) > 0 && direction.turn(second) > 0;
        }
        if (turn < 0) {
            return !(second.turn(direction) > 0 && direction.turn(first) > 0);
        }
        return first.turn(direction) > 0;
    }

    private void add(Side one, Side other, String what, double latitude, double longitude) {
        boolean inOrder = BY_PLACE.compare(one, other) < 0;
        Side first = inOrder ? one : other;
        Side second = inOrder ? other : one;
        String ofFirst = one.ring == other.ring ? "" : " of " + first.line.name;
        String reason =
                first.text() + ofFirst + " and " + second.text() + " of " + second.line.name;
        faults.add(FenceFault.at(reason + " " + what, latitude, longitude));
    }
}
