// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odograph.common.json.AvroJson;
import io.odograph.schemas.Geofence;
import io.odograph.udfs.fence.FenceNesting;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.geo.Area;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes fences as GeoJSON (RFC 7946): cut at longitude 180, outer rings counterclockwise, holes
 * clockwise and with the ring that they are in.
 */
final class GeoJsonWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double E7 = 1e7;

    private GeoJsonWriter() {}

    /** A FeatureCollection with a line for each fence, none of which may have faults. */
    static String write(List<StatedFence> fences) {
        List<String> features = new ArrayList<>();
        for (StatedFence fence : fences) {
            features.add(feature(fence.record(), fence.shape()).toString());
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n"
                + String.join(",\n", features)
                + "\n]}\n";
    }

    /** A fence as a feature that {@link FeatureReader} reads. */
    static ObjectNode feature(Geofence record, FenceShape shape) {
        ObjectNode feature = JsonNodeFactory.instance.objectNode();
        feature.put("type", "Feature");
        feature.put("id", record.getFenceId());
        ObjectNode properties = properties(record);
        feature.set("geometry", geometry(shape, properties));
        feature.set("properties", properties);
        return feature;
    }

    private static ObjectNode properties(Geofence record) {
        try {
            ObjectNode properties = (ObjectNode) JSON.readTree(AvroJson.write(record));
            properties.remove("shape");
            JsonNode thresholds = properties.remove("thresholds");
            thresholds.properties().forEach(e -> properties.set(e.getKey(), e.getValue()));
            return properties;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was just written is no JSON", e);
        }
    }

    private static ObjectNode geometry(FenceShape shape, ObjectNode properties) {
        return switch (shape.kind()) {
            case CIRCLE -> {
                properties.put("radius", shape.radius());
                yield geometry("Point", position(shape.lines().get(0), 0));
            }
            case CORRIDOR -> {
                properties.put("width", 2 * shape.radius());
                yield several("LineString", lines(shape));
            }
            case POLYGON -> several("Polygon", polygons(shape));
        };
    }

    private static ObjectNode several(String type, List<ArrayNode> parts) {
        if (parts.size() == 1) {
            return geometry(type, parts.get(0));
        }
        return geometry("Multi" + type, JsonNodeFactory.instance.arrayNode().addAll(parts));
    }

    private static ObjectNode geometry(String type, ArrayNode coordinates) {
        ObjectNode geometry = JsonNodeFactory.instance.objectNode();
        geometry.put("type", type);
        geometry.set("coordinates", coordinates);
        return geometry;
    }

    private static List<ArrayNode> lines(FenceShape shape) {
        List<ArrayNode> lines = new ArrayList<>();
        for (Area.Ring line : AntimeridianCut.lines(shape.lines())) {
            ArrayNode positions = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < line.latitudes().length; i++) {
                positions.add(position(line, i));
            }
            lines.add(positions);
        }
        return lines;
    }

    private static List<ArrayNode> polygons(FenceShape shape) {
        List<Area.Ring> rings = AntimeridianCut.rings(shape.lines());
        FenceNesting nesting =
                FenceNesting.of(new FenceShape(FenceShape.Kind.POLYGON, rings, shape.radius()));
        List<ArrayNode> polygons = new ArrayList<>();
        for (int outer = 0; outer < rings.size(); outer++) {
            if (!nesting.isHole(outer)) {
                ArrayNode polygon = JsonNodeFactory.instance.arrayNode();
                polygon.add(closed(rings.get(outer), true));
                for (int hole = 0; hole < rings.size(); hole++) {
                    if (nesting.isHole(hole) && nesting.parent(hole) == outer) {
                        polygon.add(closed(rings.get(hole), false));
                    }
                }
                polygons.add(polygon);
            }
        }
        return polygons;
    }

    private static ArrayNode closed(Area.Ring ring, boolean counterclockwise) {
        int size = ring.latitudes().length;
        boolean asGiven = isCounterclockwise(ring) == counterclockwise;
        ArrayNode positions = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i <= size; i++) {
            positions.add(position(ring, (asGiven ? i : size - i) % size));
        }
        return positions;
    }

    private static boolean isCounterclockwise(Area.Ring ring) {
        double area = 0;
        int size = ring.latitudes().length;
        for (int i = 0; i < size; i++) {
            int next = (i + 1) % size;
            // Relative to the first corner, so that small rings keep their sign.
            double east = (double) ring.longitudes()[i] - ring.longitudes()[0];
            double north = (double) ring.latitudes()[i] - ring.latitudes()[0];
            double nextEast = (double) ring.longitudes()[next] - ring.longitudes()[0];
            double nextNorth = (double) ring.latitudes()[next] - ring.latitudes()[0];
            area += east * nextNorth - nextEast * north;
        }
        return area > 0;
    }

    private static ArrayNode position(Area.Ring line, int point) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(line.longitudes()[point] / E7)
                .add(line.latitudes()[point] / E7);
    }
}
