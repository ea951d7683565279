// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Area;

/** Prepares shapes. */
final class Shapes {

    private static final long HIGHEST = FenceShape.MAX_LATITUDE * 10_000_000L;
    private static final long WIDEST = FenceShape.MAX_DEGREES * 10_000_000L;

    private Shapes() {}

    /** The geometry of a shape; refuses what would not be computed rightly. */
    static FenceGeometry compile(FenceShape shape) {
        check(shape);
        return switch (shape.kind()) {
            case POLYGON -> new PolygonGeometry(Lines.of(shape.lines(), true, 0));
            case CORRIDOR ->
                    new CorridorGeometry(
                            Lines.of(shape.lines(), false, shape.radius()), shape.radius());
            case CIRCLE -> {
                Area.Ring centre = shape.lines().get(0);
                yield CircleGeometry.of(
                        centre.latitudes()[0], centre.longitudes()[0], shape.radius());
            }
        };
    }

    private static void check(FenceShape shape) {
        require(!shape.lines().isEmpty(), "no line");
        require(shape.radius() >= 0 && shape.radius() <= FenceShape.MAX_RADIUS, "radius");
        for (Area.Ring line : shape.lines()) {
            require(line.latitudes().length > 0, "an empty line");
            require(line.latitudes().length == line.longitudes().length, "half a point");
            for (int latitude : line.latitudes()) {
                require(Math.abs((long) latitude) <= HIGHEST, "latitude " + latitude);
            }
        }
        require(Lines.width(shape.lines()) <= WIDEST, "too wide");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("not a shape: " + what);
        }
    }
}
