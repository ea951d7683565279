// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import org.jspecify.annotations.Nullable;

/**
 * A shape, ready to be asked. Immutable. Coordinates are in 1e-7 degrees, longitudes of questions
 * from -180 to 180.
 *
 * <p>Of polygons a point on the line is inside if it is on a lower or left side, and not if on an
 * upper or right one: of polygons that share a side, it is in one and one only. Circles and
 * corridors have their border inside.
 */
public abstract sealed class FenceGeometry permits LineGeometry, CircleGeometry {

    /** Most turns of the search for where a border is crossed; every third halves what is left. */
    private static final int TURNS = 80;

    /** As exact as a border is found, m. */
    private static final double EXACT = 1e-3;

    private final int south;
    private final int north;
    private final int west;

    /** Unsigned. */
    private final int width;

    /**
     * With its bounding box.
     *
     * @param west from -180 to 180 degrees, without 180
     */
    FenceGeometry(long south, long north, long west, long width) {
        this.south = Math.toIntExact(Math.max(south, -900_000_000));
        this.north = Math.toIntExact(Math.min(north, 900_000_000));
        this.west = Math.toIntExact(Way.near(west, 0));
        this.width = (int) Math.min(width, Ellipsoid.TURN - 1);
    }

    /**
     * Prepares a shape.
     *
     * @throws IllegalArgumentException if it is none, or beyond the limits of {@link FenceShape}
     */
    public static FenceGeometry of(FenceShape shape) {
        return Shapes.compile(shape);
    }

    /** Whether a position is inside: exactly so for polygons. */
    public abstract boolean contains(int latitude, int longitude);

    /** Distance to the border, m, negative inside. */
    public abstract double distance(int latitude, int longitude);

    /** Where the straight way from A to B is inside; null if it nowhere is. */
    public @Nullable Crossing crossing(int latA, int lonA, int latB, int lonB) {
        boolean begins = contains(latA, lonA);
        boolean ends = contains(latB, lonB);
        if (begins && ends) {
            return new Crossing(0, 1);
        }
        Way way = Way.of(latA, lonA, latB, lonB, west, width());
        Crossing within = way.meets(0, (double) width(), south, north) ? inside(way) : null;
        if (within != null) {
            return new Crossing(begins ? 0 : within.first(), ends ? 1 : within.last());
        }
        if (begins || ends) {
            return new Crossing(ends ? 1 : 0, ends ? 1 : 0);
        }
        return null;
    }

    /**
     * The deepest point of the straight way from A to B between two fractions of it, to 2 % of the
     * depth: much dearer than a distance, so for what is told, not for every way.
     */
    public Depth deepest(int latA, int lonA, int latB, int lonB, Crossing within) {
        Way way = Way.of(latA, lonA, latB, lonB, west, width());
        double length = Ellipsoid.metres(latA, lonA, latB, lonB);
        return Deepest.of(at -> -signed(way.x(at), way.y(at)), within, length);
    }

    /** Where a way is inside, but for its ends; null if it nowhere is. */
    abstract @Nullable Crossing inside(Way way);

    /** Distance to the border, m, negative inside, of a point counted from the west edge. */
    abstract double signed(double x, double y);

    /** Longitude from the west edge, in the turn in which it is nearest to the middle. */
    final double fromWest(long longitude) {
        return (double) Way.near(longitude - west, width() / 2);
    }

    /** Longitude to the east of the west edge, below a turn; -1 if not within the bounding box. */
    final long withinBox(int latitude, int longitude) {
        if (latitude < south || latitude > north) {
            return -1;
        }
        long x = (long) longitude - west;
        // Dividing would take longer than all the rest.
        x = x < 0 ? x + Ellipsoid.TURN : x >= Ellipsoid.TURN ? x - Ellipsoid.TURN : x;
        return x <= width() ? x : -1;
    }

    /** Southernmost latitude. */
    public final int south() {
        return south;
    }

    /** Northernmost latitude. */
    public final int north() {
        return north;
    }

    /** West edge of the bounding box. */
    public final int west() {
        return west;
    }

    /** From the west edge of the bounding box to the east one. */
    public final long width() {
        return Integer.toUnsignedLong(width);
    }

    /** A function of the fraction of a way. */
    interface AlongWay {

        /** Its value. */
        double at(double fraction);
    }

    /**
     * The last point at which a function is not above zero, from one where it is not to one where
     * it is. The secant lands inside where the function is convex, as distances are; a half now and
     * then brings the other end along.
     */
    static double border(AlongWay function, double in, double out) {
        double inside = in;
        double outside = out;
        double low = function.at(in);
        double high = function.at(out);
        for (int i = 0; i < TURNS && low < -EXACT; i++) {
            double part = i % 3 == 2 ? 0.5 : low / (low - high);
            double middle = inside + (outside - inside) * part;
            double value = function.at(middle);
            if (value <= 0) {
                inside = middle;
                low = value;
            } else {
                outside = middle;
                high = value;
            }
        }
        return inside;
    }
}
