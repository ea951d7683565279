// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.fence.FenceOutline.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Outlines to start from; numbers are longitudes and latitudes in turn, as in GeoJSON. */
final class Outlines {

    private Outlines() {}

    static List<Point> line(double... longitudesAndLatitudes) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < longitudesAndLatitudes.length; i += 2) {
            points.add(new Point(longitudesAndLatitudes[i + 1], longitudesAndLatitudes[i]));
        }
        return points;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    static final FenceOutline polygon(List<Point>... rings) {
        return new FenceOutline(FenceShape.Kind.POLYGON, Arrays.asList(rings), 0);
    }

    static FenceOutline circle(double longitude, double latitude, double radius) {
        return new FenceOutline(FenceShape.Kind.CIRCLE, List.of(line(longitude, latitude)), radius);
    }

    static FenceOutline corridor(double halfWidth, double... longitudesAndLatitudes) {
        return new FenceOutline(
                FenceShape.Kind.CORRIDOR, List.of(line(longitudesAndLatitudes)), halfWidth);
    }

    /** A square with sides of so many degrees. */
    static List<Point> square(double west, double south, double size) {
        return line(west, south, west + size, south, west + size, south + size, west, south + size);
    }
}
