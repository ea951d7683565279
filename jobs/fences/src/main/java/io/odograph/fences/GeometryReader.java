// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odograph.udfs.fence.FenceFault;
import io.odograph.udfs.fence.FenceNesting;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.geo.Area;
import java.util.ArrayList;
import java.util.List;

/** Reads a geometry and the properties that give it a size as the shape of the contract. */
final class GeometryReader {

    private static final double E7 = 1e7;

    private final JsonNode geometry;
    private final JsonNode properties;
    private final List<FenceFault> faults;
    private final List<String> notes;
    private final ArrayNode lines = JsonNodeFactory.instance.arrayNode();

    /** For each ring the ring around the polygon that it is of; itself where it is that one. */
    private final List<Integer> outerOf = new ArrayList<>();

    private boolean hasHeights;

    /** A reader that adds what is wrong and what is left out to lists. */
    GeometryReader(
            JsonNode geometry, JsonNode properties, List<FenceFault> faults, List<String> notes) {
        this.geometry = geometry;
        this.properties = properties;
        this.faults = faults;
        this.notes = notes;
    }

    /** The shape as the JSON of the contract; of no use where there are faults. */
    ObjectNode shape() {
        JsonNode coordinates = geometry.path("coordinates");
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        switch (geometry.path("type").asText()) {
            case "Point" -> {
                shape.put("kind", "CIRCLE").put("radius", size("a Point", false));
                addLine(JsonNodeFactory.instance.arrayNode().add(coordinates), "the centre");
            }
            case "LineString" -> {
                shape.put("kind", "CORRIDOR").put("radius", size("a line", true));
                addLine(coordinates, "line 1");
            }
            case "MultiLineString" -> {
                shape.put("kind", "CORRIDOR").put("radius", size("a line", true));
                coordinates.forEach(line -> addLine(line, "line " + (lines.size() + 1)));
            }
            case "Polygon" -> {
                shape.put("kind", "POLYGON").put("radius", noSize());
                addPolygon(coordinates);
            }
            case "MultiPolygon" -> {
                shape.put("kind", "POLYGON").put("radius", noSize());
                coordinates.forEach(this::addPolygon);
            }
            default ->
                    faults.add(
                            FenceFault.of(
                                    "its geometry is not a Polygon, MultiPolygon, LineString,"
                                            + " MultiLineString or Point"));
        }
        if (hasHeights) {
            notes.add("heights of points are left out");
        }
        shape.set("lines", lines);
        return shape;
    }

    private void addPolygon(JsonNode rings) {
        int outer = lines.size();
        for (JsonNode ring : rings) {
            outerOf.add(outer);
            addLine(ring, "ring " + (lines.size() + 1));
        }
    }

    private void addLine(JsonNode points, String name) {
        ArrayNode line = lines.addObject().putArray("points");
        for (JsonNode point : points) {
            if (!point.path(0).isNumber() || !point.path(1).isNumber()) {
                faults.add(
                        FenceFault.of(
                                "point "
                                        + (line.size() + 1)
                                        + " of "
                                        + name
                                        + " is not two numbers, longitude and latitude"));
                return;
            }
            hasHeights |= point.size() > 2;
            line.addObject()
                    .put("latitude", point.path(1).doubleValue())
                    .put("longitude", point.path(0).doubleValue());
        }
    }

    /** Radius of a circle or half the width of a corridor. */
    private double size(String what, boolean isLine) {
        JsonNode radius = property("radius");
        JsonNode width = isLine ? property("width") : noWidth();
        if (radius.isNumber() && !width.isNumber()) {
            return radius.doubleValue();
        }
        if (width.isNumber() && !radius.isNumber()) {
            return width.doubleValue() / 2;
        }
        faults.add(
                FenceFault.of(
                        what
                                + (isLine
                                        ? " needs a property width, or radius for half of it, m"
                                        : " needs a property radius, m")));
        return 0;
    }

    private double noSize() {
        noWidth();
        JsonNode radius = property("radius");
        if (radius.isNumber() && radius.doubleValue() != 0) {
            faults.add(FenceFault.of("a polygon has no radius"));
        }
        return 0;
    }

    private JsonNode noWidth() {
        if (property("width").isNumber()) {
            faults.add(FenceFault.of("a property width is for lines only"));
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private JsonNode property(String name) {
        JsonNode value = properties.path(name);
        if (!value.isNumber() && !value.isNull() && !value.isMissingNode()) {
            faults.add(FenceFault.of("the property " + name + " is not a number"));
        }
        return value;
    }

    /**
     * What is not where its place in the geometry says: a hole outside of its polygon, or a polygon
     * within another. In the contract, where nesting alone counts, they would come to mean
     * something else.
     */
    List<FenceFault> wrongRoles(FenceShape shape) {
        List<FenceFault> wrong = new ArrayList<>();
        if (shape.kind() != FenceShape.Kind.POLYGON) {
            return wrong;
        }
        FenceNesting nesting = FenceNesting.of(shape);
        for (int ring = 0; ring < outerOf.size(); ring++) {
            int outer = outerOf.get(ring);
            boolean isHole = outer != ring;
            boolean isRight =
                    nesting.isHole(ring) == isHole && (!isHole || nesting.isWithin(ring, outer));
            if (!isRight) {
                wrong.add(
                        fault(
                                shape.lines().get(ring),
                                "ring "
                                        + (ring + 1)
                                        + (isHole
                                                ? " is a hole outside of its polygon"
                                                : " is a polygon within another")));
            }
        }
        return wrong;
    }

    private static FenceFault fault(Area.Ring ring, String reason) {
        double longitude = Math.IEEEremainder(ring.longitudes()[0] / E7, 360);
        return new FenceFault(reason, ring.latitudes()[0] / E7, longitude);
    }
}
