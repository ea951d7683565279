// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What an odd number of rings encloses. */
final class PolygonGeometry extends LineGeometry {

    /** Fractions of a way that are apart by less are the same corner. */
    private static final double SAME = 1e-12;

    /** Shapes of so many points are worth a raster. */
    private static final int MANY = 64;

    /** Shapes that are so high or wide are, too: there are few, but they are met often. */
    private static final long LARGE = 100_000;

    /** What of the sides along longitude 180 is border, see {@link Seam}; null if none. */
    private final int @Nullable [] seam;

    /** Of shapes that are asked often; null for others. */
    private final @Nullable Raster raster;

    PolygonGeometry(Lines rings) {
        super(rings);
        this.raster = isLarge() || points() >= MANY ? Raster.of(this) : null;
        this.seam = Seam.borders(this, seamX());
    }

    private boolean isLarge() {
        return Math.max(width(), (long) north() - south()) >= LARGE;
    }

    /** Longitude 180 from the west edge, below a turn. */
    private long seamX() {
        return Math.floorMod(Ellipsoid.TURN / 2 - west(), Ellipsoid.TURN);
    }

    @Override
    public boolean contains(int latitude, int longitude) {
        long x = withinBox(latitude, longitude);
        if (x < 0) {
            return false;
        }
        int known = raster == null ? Raster.BORDER : raster.at(x, latitude);
        return known == Raster.BORDER ? crossesOddly((int) x, latitude) : known == Raster.INSIDE;
    }

    @Override
    public double distance(int latitude, int longitude) {
        double metres = toBorder(fromWest(longitude), latitude);
        return contains(latitude, longitude) ? -metres : metres;
    }

    @Override
    double signed(double x, double y) {
        double metres = toBorder(x, y);
        return contains(x, y) ? -metres : metres;
    }

    private double toBorder(double x, double y) {
        Nearest nearest = new Nearest(x, y);
        long along = seamX();
        nearest(nearest, along);
        if (seam != null) {
            for (int i = 0; i < seam.length; i += 2) {
                nearest.offer((double) along, seam[i], (double) along, seam[i + 1]);
            }
        }
        return nearest.metres();
    }

    @Override
    @Nullable Crossing inside(Way way) {
        Fractions met = new Fractions();
        met.add(0);
        met.add(1);
        meeting(
                way,
                0,
                0,
                (ax, ay, bx, by) -> met.add(Segments.meeting(way, ax, ay, bx - ax, by - ay)));
        double[] fractions = met.sorted();
        int first = 0;
        while (first + 1 < fractions.length && !isInside(way, fractions, first)) {
            first++;
        }
        if (first + 1 >= fractions.length) {
            return null;
        }
        int last = fractions.length - 1;
        while (!isInside(way, fractions, last - 1)) {
            last--;
        }
        return new Crossing(fractions[first], fractions[last]);
    }

    /** Whether a way is inside between a fraction and the next one: it meets no side in between. */
    private boolean isInside(Way way, double[] fractions, int from) {
        double middle = (fractions[from] + fractions[from + 1]) / 2;
        return fractions[from + 1] - fractions[from] > SAME
                && contains(way.x(middle), way.y(middle));
    }

    /** Whether a point between whole units is inside, as exact as its numbers are. */
    private boolean contains(double x, double y) {
        boolean[] odd = {false};
        Way ray = new Way(x, y, Math.max(width() - x, 0), 0);
        meeting(
                ray,
                0,
                0,
                (ax, ay, bx, by) ->
                        odd[0] ^=
                                (ay > y) != (by > y)
                                        && x < bx + (ax - bx) * ((y - by) / (ay - by)));
        return odd[0];
    }

    /** A growing row of fractions. */
    private static final class Fractions {

        private double[] values = new double[8];
        private int size;

        void add(double fraction) {
            if (!Double.isNaN(fraction)) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, size * 2);
                }
                values[size++] = fraction;
            }
        }

        double[] sorted() {
            double[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
