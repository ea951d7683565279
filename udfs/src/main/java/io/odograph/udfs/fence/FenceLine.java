// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Area;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an outline in 1e-7 degrees, without points that repeat the one before. Longitudes go on
 * across 180; neighbours are never more than half a turn apart.
 */
final class FenceLine {

    /** A turn of longitude, 1e-7 degrees. */
    static final long TURN = 3_600_000_000L;

    private static final double E7 = 1e7;

    /** How people call it. */
    final String name;

    final long[] latitudes;
    final long[] longitudes;

    /** Which point of the outline each one is, from 1. */
    final int[] numbers;

    private FenceLine(String name, long[] latitudes, long[] longitudes, int[] numbers) {
        this.name = name;
        this.latitudes = latitudes;
        this.longitudes = longitudes;
        this.numbers = numbers;
    }

    /** The line, or null where a point is none. */
    static @Nullable FenceLine read(
            String name, List<FenceOutline.Point> points, FenceFaults faults) {
        boolean valid = true;
        long[] latitudes = new long[points.size()];
        long[] longitudes = new long[points.size()];
        int[] numbers = new int[points.size()];
        int size = 0;
        for (int i = 0; i < points.size(); i++) {
            FenceOutline.Point point = points.get(i);
            String fault = fault(point);
            if (fault != null) {
                String reason = "point " + (i + 1) + " of " + name + " " + fault;
                faults.add(new FenceFault(reason, point.latitude(), point.longitude()));
                valid = false;
                continue;
            }
            latitudes[size] = Math.round(point.latitude() * E7);
            longitudes[size] = Math.round(point.longitude() * E7);
            if (size > 0) {
                longitudes[size] += nearestTurn(longitudes[size - 1], longitudes[size]);
            }
            numbers[size] = i + 1;
            boolean repeats =
                    size > 0
                            && latitudes[size] == latitudes[size - 1]
                            && longitudes[size] == longitudes[size - 1];
            size += repeats ? 0 : 1;
        }
        return valid
                ? new FenceLine(
                        name,
                        Arrays.copyOf(latitudes, size),
                        Arrays.copyOf(longitudes, size),
                        Arrays.copyOf(numbers, size))
                : null;
    }

    private static @Nullable String fault(FenceOutline.Point point) {
        if (!Double.isFinite(point.latitude()) || !Double.isFinite(point.longitude())) {
            return "is not finite";
        }
        if (Math.abs(point.longitude()) > 180) {
            return "is not within longitude -180..180";
        }
        return Math.abs(point.latitude()) > FenceShape.MAX_LATITUDE
                ? "is beyond latitude " + FenceShape.MAX_LATITUDE
                : null;
    }

    /** What to add to a longitude to come within half a turn of another; exactly half may stay. */
    static long nearestTurn(long of, long longitude) {
        long apart = longitude - of;
        return Math.abs(apart) * 2 <= TURN ? 0 : -Math.floorDiv(apart + TURN / 2, TURN) * TURN;
    }

    int size() {
        return latitudes.length;
    }

    long latitudeAt(int point) {
        return latitudes[point];
    }

    long longitudeAt(int point) {
        return longitudes[point];
    }

    /** Whether the last point can be joined to the first: else it goes around a pole. */
    boolean closes() {
        int last = size() - 1;
        return Math.abs(longitudes[last] - longitudes[0]) * 2 <= TURN;
    }

    /** Whether all of its points are on one straight line, exactly. */
    boolean isStraight() {
        long north = latitudes[1] - latitudes[0];
        long east = longitudes[1] - longitudes[0];
        boolean straight = true;
        for (int i = 2; i < size(); i++) {
            long one = east * (latitudes[i] - latitudes[0]);
            straight &= one == north * (longitudes[i] - longitudes[0]);
        }
        return straight;
    }

    /** Without a last point that repeats the first. */
    FenceLine open() {
        int size = size();
        while (size > 1
                && latitudes[size - 1] == latitudes[0]
                && longitudes[size - 1] == longitudes[0]) {
            size--;
        }
        return new FenceLine(
                name,
                Arrays.copyOf(latitudes, size),
                Arrays.copyOf(longitudes, size),
                Arrays.copyOf(numbers, size));
    }

    /** The same line so far to the east. */
    FenceLine moved(long east) {
        return new FenceLine(
                name, latitudes, Arrays.stream(longitudes).map(l -> l + east).toArray(), numbers);
    }

    long west() {
        return Arrays.stream(longitudes).min().orElseThrow();
    }

    long east() {
        return Arrays.stream(longitudes).max().orElseThrow();
    }

    /** Exactly; coordinates must be in range. */
    Area.Ring ring() {
        return new Area.Ring(
                Arrays.stream(latitudes).mapToInt(Math::toIntExact).toArray(),
                Arrays.stream(longitudes).mapToInt(Math::toIntExact).toArray());
    }

    /** Fault at one of its points. */
    FenceFault fault(String reason, int point) {
        return FenceFault.at(reason, (double) latitudes[point], (double) longitudes[point]);
    }
}
