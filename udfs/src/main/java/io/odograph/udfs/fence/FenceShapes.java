// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Area;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes shapes of outlines, or says what about them cannot be and where.
 *
 * <p>Points that repeat the one before and corners that close a ring are dropped. Of two
 * consecutive points more than 180 degrees of longitude apart the shorter way is meant, and all
 * lines of a shape are brought to the same side of longitude 180.
 */
public final class FenceShapes {

    /** Least radius and half width, m. */
    public static final double MIN_RADIUS = 1;

    /** Largest half width of a corridor, m. */
    public static final double MAX_HALF_WIDTH = 10_000;

    private static final double E7 = 1e7;

    /** Less than any degree of latitude (110,574 m at the equator), so that no shape gets by. */
    private static final double METRES_PER_DEGREE = 110_500;

    private final FenceOutline outline;
    private final FenceFaults faults = new FenceFaults();

    private FenceShapes(FenceOutline outline) {
        this.outline = outline;
    }

    /**
     * What an outline came to.
     *
     * @param shape the shape, or null where there are faults
     * @param faults what is wrong with it, the first ten; empty where there is a shape
     */
    public record Result(@Nullable FenceShape shape, List<FenceFault> faults) {}

    /** Makes a shape of an outline. */
    public static Result read(FenceOutline outline) {
        FenceShapes reading = new FenceShapes(outline);
        FenceShape shape = reading.shape();
        List<FenceFault> faults = reading.faults.all();
        return new Result(faults.isEmpty() ? shape : null, faults);
    }

    private @Nullable FenceShape shape() {
        checkRadius();
        List<FenceLine> lines = lines();
        if (lines.isEmpty() || !faults.isEmpty()) {
            return null;
        }
        lines = together(lines);
        checkExtent(lines);
        if (outline.kind() == FenceShape.Kind.POLYGON && faults.isEmpty()) {
            lines.stream()
                    .filter(FenceLine::isStraight)
                    .forEach(line -> faults.add(line.fault(line.name + " encloses no area", 0)));
        }
        if (outline.kind() == FenceShape.Kind.POLYGON && faults.isEmpty()) {
            new FenceContacts(lines, faults).find();
        }
        return faults.isEmpty() ? shape(lines) : null;
    }

    private FenceShape shape(List<FenceLine> lines) {
        List<Area.Ring> rings = lines.stream().map(FenceLine::ring).toList();
        return new FenceShape(outline.kind(), rings, outline.radius());
    }

    private void checkRadius() {
        double radius = outline.radius();
        String problem =
                switch (outline.kind()) {
                    case POLYGON -> radius == 0 ? null : "a polygon has no radius";
                    case CIRCLE ->
                            radius >= MIN_RADIUS && radius <= FenceShape.MAX_RADIUS
                                    ? null
                                    : "the radius is not 1..500000 m";
                    case CORRIDOR ->
                            radius >= MIN_RADIUS && radius <= MAX_HALF_WIDTH
                                    ? null
                                    : "half the width, the radius of the corridor, is not 1..10000"
                                            + " m";
                };
        if (problem != null) {
            faults.add(FenceFault.of(problem));
        }
    }

    private List<FenceLine> lines() {
        List<FenceLine> lines = new ArrayList<>();
        int points = 0;
        if (outline.lines().isEmpty()) {
            faults.add(FenceFault.of("the shape has no points"));
        }
        if (outline.kind() == FenceShape.Kind.CIRCLE && outline.lines().size() > 1) {
            faults.add(FenceFault.of("a circle has more than one centre"));
        }
        for (int i = 0; i < outline.lines().size() && !faults.isFull(); i++) {
            FenceLine line = FenceLine.read(name(i), outline.lines().get(i), faults);
            if (line == null) {
                continue;
            }
            line = closed(line);
            points += line.size();
            if (points > FenceShape.MAX_POINTS) {
                int first = line.size() - (points - FenceShape.MAX_POINTS);
                String reason = "the shape has more than " + FenceShape.MAX_POINTS + " points";
                faults.add(line.fault(reason, first));
                break;
            }
            String problem = problem(line);
            if (problem != null) {
                String reason = line.name + " " + problem;
                faults.add(line.size() == 0 ? FenceFault.of(reason) : line.fault(reason, 0));
            }
            lines.add(line);
        }
        return lines;
    }

    private String name(int line) {
        return switch (outline.kind()) {
            case POLYGON -> "ring " + (line + 1);
            case CORRIDOR -> "line " + (line + 1);
            case CIRCLE -> "the centre";
        };
    }

    private FenceLine closed(FenceLine line) {
        return outline.kind() == FenceShape.Kind.POLYGON ? line.open() : line;
    }

    private @Nullable String problem(FenceLine line) {
        if (line.size() == 0) {
            return "has no points";
        }
        return switch (outline.kind()) {
            case CIRCLE -> line.size() == 1 ? null : "is more than one point";
            case CORRIDOR -> line.size() > 1 ? null : "has less than two different points";
            case POLYGON -> {
                if (line.size() < 3) {
                    yield "has less than three different corners";
                }
                yield line.closes() ? null : "goes around a pole";
            }
        };
    }

    /** Lines of a shape are near each other: those that seem a turn apart are not. */
    private static List<FenceLine> together(List<FenceLine> lines) {
        long middle = middle(lines.get(0).west(), lines.get(0).east());
        List<FenceLine> near =
                lines.stream()
                        .map(
                                line ->
                                        line.moved(
                                                FenceLine.nearestTurn(
                                                        middle, middle(line.west(), line.east()))))
                        .toList();
        long west = near.stream().mapToLong(FenceLine::west).min().orElseThrow();
        long east = near.stream().mapToLong(FenceLine::east).max().orElseThrow();
        long turns = Math.floorDiv(middle(west, east) + FenceLine.TURN / 2, FenceLine.TURN);
        return near.stream().map(line -> line.moved(-turns * FenceLine.TURN)).toList();
    }

    private static long middle(long west, long east) {
        return Math.floorDiv(west + east, 2L);
    }

    private void checkExtent(List<FenceLine> lines) {
        double reach = outline.radius() / METRES_PER_DEGREE * E7;
        Extreme north = Extreme.of(lines, FenceLine::latitudeAt, 1);
        Extreme south = Extreme.of(lines, FenceLine::latitudeAt, -1);
        Extreme east = Extreme.of(lines, FenceLine::longitudeAt, 1);
        Extreme west = Extreme.of(lines, FenceLine::longitudeAt, -1);
        long most = (long) (FenceShape.MAX_DEGREES * E7);
        if (north.value() - south.value() > most) {
            faults.add(north.fault("the shape is more than 120 degrees high"));
        }
        if (east.value() - west.value() > most) {
            faults.add(east.fault("the shape is more than 120 degrees wide"));
        } else if (east.value() > Integer.MAX_VALUE) {
            faults.add(east.fault("the shape goes more than 34.7 degrees beyond longitude 180"));
        } else if (west.value() < Integer.MIN_VALUE) {
            faults.add(west.fault("the shape goes more than 34.7 degrees beyond longitude -180"));
        }
        for (Extreme end : List.of(north, south)) {
            if (Math.abs(end.value()) + reach > FenceShape.MAX_LATITUDE * E7) {
                faults.add(end.fault("the shape reaches beyond latitude 85 around this point"));
            }
        }
    }

    /** The point that is farthest in a direction. */
    private record Extreme(FenceLine line, int point, long value) {

        interface Coordinate {
            long of(FenceLine line, int point);
        }

        static Extreme of(List<FenceLine> lines, Coordinate coordinate, int sign) {
            Extreme extreme = new Extreme(lines.get(0), 0, coordinate.of(lines.get(0), 0));
            for (FenceLine line : lines) {
                for (int i = 0; i < line.size(); i++) {
                    long value = coordinate.of(line, i);
                    if (value * sign > extreme.value * sign) {
                        extreme = new Extreme(line, i, value);
                    }
                }
            }
            return extreme;
        }

        FenceFault fault(String reason) {
            return line.fault(reason, point);
        }
    }
}
