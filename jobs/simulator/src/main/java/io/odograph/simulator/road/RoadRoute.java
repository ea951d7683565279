// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.udfs.road.RoadNetwork;
import java.util.Arrays;

/**
 * A way through a road network: keys that follow each other, whole ones, read by the distance from
 * its beginning in m.
 */
public final class RoadRoute {

    /** Metres per degree of latitude: of a sphere of 6371 km, as the networks have it. */
    private static final double METRES_PER_DEGREE = 111_195;

    /** A vehicle does not turn on the spot: half of the way over which a corner is cut, m. */
    private static final double HALF_CORNER = 5;

    private final RoadNetwork network;
    private final int[] keys;
    private final double[] starts;
    private final double[] at;
    private final double[] latitudes;
    private final double[] longitudes;

    private RoadRoute(RoadNetwork network, int[] keys) {
        this.network = network;
        this.keys = keys.clone();
        this.starts = new double[keys.length + 1];
        int points = 0;
        for (int key : keys) {
            points += network.lastPoint(key >> 1) - network.firstPoint(key >> 1) + 1;
        }
        at = new double[points];
        latitudes = new double[points];
        longitudes = new double[points];
        int next = 0;
        for (int i = 0; i < keys.length; i++) {
            starts[i + 1] = starts[i] + network.length(keys[i] >> 1);
            next = addPoints(i, next);
        }
    }

    /**
     * Creates a route.
     *
     * @throws IllegalArgumentException if it has no keys, or one does not begin where the one
     *     before ends
     */
    public static RoadRoute of(RoadNetwork network, int... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("a route has at least one key");
        }
        for (int i = 1; i < keys.length; i++) {
            if (network.realNode(network.headNode(keys[i - 1])) != network.tailNode(keys[i])) {
                throw new IllegalArgumentException("key " + i + " does not follow the one before");
            }
        }
        return new RoadRoute(network, keys);
    }

    /** Adds the points of a key; the network's length of the edge is the measure. */
    private int addPoints(int i, int from) {
        int edge = keys[i] >> 1;
        int first = network.firstPoint(edge);
        int count = network.lastPoint(edge) - first + 1;
        for (int n = 0; n < count; n++) {
            int point = (keys[i] & 1) == 0 ? first + n : first + count - 1 - n;
            int to = from + n;
            latitudes[to] = network.latitude(point) / 1e7;
            longitudes[to] = network.longitude(point) / 1e7;
            at[to] = n == 0 ? 0 : at[to - 1] + metres(to - 1, to);
        }
        int last = from + count - 1;
        double scale = at[last] == 0 ? 0 : (starts[i + 1] - starts[i]) / at[last];
        for (int to = from; to <= last; to++) {
            at[to] = starts[i] + at[to] * scale;
        }
        return last + 1;
    }

    private double metres(int from, int to) {
        double middle = StrictMath.toRadians((latitudes[from] + latitudes[to]) / 2);
        double north = latitudes[to] - latitudes[from];
        double east = (longitudes[to] - longitudes[from]) * StrictMath.cos(middle);
        return METRES_PER_DEGREE * Math.sqrt(north * north + east * east);
    }

    /** The network. */
    public RoadNetwork network() {
        return network;
    }

    /** Number of keys. */
    public int size() {
        return keys.length;
    }

    /** A key by its place in the route, from 0. */
    public int key(int index) {
        return keys[index];
    }

    /** The keys in their order. */
    public int[] keys() {
        return keys.clone();
    }

    /** Where a key begins, m; for {@link #size} the length. */
    public double start(int index) {
        return starts[index];
    }

    /** Length, m. */
    public double length() {
        return starts[keys.length];
    }

    /** Place in the route of the key at a distance. */
    public int indexAt(double distance) {
        int found = Arrays.binarySearch(starts, 0, keys.length, distance);
        int index = found >= 0 ? found : -found - 2;
        return Math.min(Math.max(index, 0), keys.length - 1);
    }

    /** Latitude at a distance, degrees. */
    public double latitude(double distance) {
        return between(latitudes, distance);
    }

    /** Longitude at a distance, degrees. */
    public double longitude(double distance) {
        return between(longitudes, distance);
    }

    /** Course at a distance, degrees clockwise from north, 0..360; corners are rounded. */
    public double course(double distance) {
        double from = Math.max(0, distance - HALF_CORNER);
        double to = Math.min(length(), distance + HALF_CORNER);
        double latitude = latitude(distance);
        double north = latitude(to) - latitude(from);
        double scale = StrictMath.cos(StrictMath.toRadians(latitude));
        double east = (longitude(to) - longitude(from)) * scale;
        double degrees = StrictMath.toDegrees(StrictMath.atan2(east, north));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private double between(double[] values, double distance) {
        int found = Arrays.binarySearch(at, distance);
        if (found >= 0) {
            return values[found];
        }
        int after = -found - 1;
        if (after == 0 || after == at.length) {
            return values[Math.max(0, after - 1)];
        }
        double part = (distance - at[after - 1]) / (at[after] - at[after - 1]);
        return values[after - 1] + part * (values[after] - values[after - 1]);
    }
}
