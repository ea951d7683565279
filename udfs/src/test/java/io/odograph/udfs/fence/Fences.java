// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.IntList;
import io.odograph.udfs.geo.Area;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Shapes for tests; degrees, unless stated. */
public final class Fences {

    private Fences() {}

    /** Degrees as the whole numbers that shapes have. */
    public static int e7(double degrees) {
        return (int) Math.round(degrees * 1e7);
    }

    /** A line or ring of latitudes and longitudes in turns. */
    public static Area.Ring line(double... latitudesAndLongitudes) {
        int[] latitudes = new int[latitudesAndLongitudes.length / 2];
        int[] longitudes = new int[latitudes.length];
        for (int i = 0; i < latitudes.length; i++) {
            latitudes[i] = e7(latitudesAndLongitudes[2 * i]);
            longitudes[i] = e7(latitudesAndLongitudes[2 * i + 1]);
        }
        return new Area.Ring(latitudes, longitudes);
    }

    /** A polygon of rings. */
    public static FenceShape polygon(Area.Ring... rings) {
        return new FenceShape(FenceShape.Kind.POLYGON, List.of(rings), 0);
    }

    /** A rectangle. */
    public static Area.Ring box(double south, double west, double north, double east) {
        return line(south, west, south, east, north, east, north, west);
    }

    /** A circle. */
    public static FenceShape circle(double latitude, double longitude, double radius) {
        return new FenceShape(FenceShape.Kind.CIRCLE, List.of(line(latitude, longitude)), radius);
    }

    /** A corridor with half its width, m. */
    public static FenceShape corridor(double halfWidth, Area.Ring... lines) {
        return new FenceShape(FenceShape.Kind.CORRIDOR, List.of(lines), halfWidth);
    }

    /** A star of many corners, or a convex one, in 1e-7 degrees. */
    public static Area.Ring star(
            Random random, int latitude, int longitude, double size, int corners, boolean convex) {
        int[] latitudes = new int[corners];
        int[] longitudes = new int[corners];
        double turn = random.nextDouble() * 2 * Math.PI;
        for (int i = 0; i < corners; i++) {
            double reach = convex ? size : size * (0.3 + 0.7 * random.nextDouble());
            double angle = turn + 2 * Math.PI * i / corners;
            latitudes[i] = (int) Math.round(latitude + reach * Math.sin(angle));
            longitudes[i] = (int) Math.round(longitude + reach * Math.cos(angle));
        }
        return new Area.Ring(latitudes, longitudes);
    }

    /** Any shape within some degrees of a place. */
    public static FenceShape any(Random random, int latitude, int longitude, int spread) {
        int lat = latitude + random.nextInt(2 * spread) - spread;
        int lon = longitude + random.nextInt(2 * spread) - spread;
        double size = Math.pow(10, 3.5 + 2.5 * random.nextDouble());
        Area.Ring star =
                star(random, lat, lon, size, 3 + random.nextInt(100), random.nextBoolean());
        return switch (random.nextInt(4)) {
            case 0 -> new FenceShape(FenceShape.Kind.CIRCLE, List.of(point(lat, lon)), size / 100);
            case 1 -> new FenceShape(FenceShape.Kind.CORRIDOR, List.of(star), size / 2_000);
            default -> polygon(star);
        };
    }

    private static Area.Ring point(int latitude, int longitude) {
        return new Area.Ring(new int[] {latitude}, new int[] {longitude});
    }

    /** What an index says. */
    public static int[] containing(FenceIndex index, int latitude, int longitude) {
        IntList found = new IntList();
        index.containing(latitude, longitude, found);
        return found.toArray();
    }

    /** What one shape after the other says; null for no shape. */
    public static int[] containing(FenceGeometry[] all, int latitude, int longitude) {
        int[] found = new int[all.length];
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] != null && all[i].contains(latitude, longitude)) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }
}
