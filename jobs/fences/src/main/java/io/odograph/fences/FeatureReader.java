// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.schemas.Geofence;
import io.odograph.udfs.fence.FenceFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads one feature: its geometry is the shape, its properties are the fields of the contract. */
final class FeatureReader {

    /** Properties that are thresholds; in the contract they are a group of their own. */
    static final Set<String> THRESHOLDS =
            Set.of(
                    "confirmations",
                    "hysteresis",
                    "min_inside",
                    "min_outside",
                    "dwell",
                    "update_every");

    /** Properties that are part of the shape. */
    static final Set<String> SIZES = Set.of("radius", "width");

    private static final Set<String> LISTS = Set.of("fleet_ids", "vehicle_classes", "vehicle_ids");
    private static final String ID = "fence_id";

    private final JsonNode feature;
    private final long version;
    private final String id;
    private final String place;
    private final List<FenceFault> faults = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Creates the reader.
     *
     * @param number number of the feature in its file, from 1
     * @param version its version where it states none
     */
    FeatureReader(int number, JsonNode feature, long version) {
        this.feature = feature;
        this.version = version;
        this.id = id();
        this.place = "feature " + number + (id.isEmpty() ? "" : " (" + id + ")");
    }

    StatedFence read() {
        JsonNode properties = feature.path("properties");
        if (!feature.path("type").asText().equals("Feature")) {
            faults.add(FenceFault.of("it is no Feature"));
        } else if (id.isEmpty()) {
            faults.add(FenceFault.of("it has neither an id nor a property fence_id"));
        }
        GeometryReader geometry =
                new GeometryReader(feature.path("geometry"), properties, faults, notes);
        JsonNode shape = geometry.shape();
        ObjectNode json = json(properties);
        if (!faults.isEmpty()) {
            return new StatedFence(place, null, null, faults, notes);
        }
        json.set("shape", shape);
        try {
            Geofence record = FenceFile.record(json.toString());
            StatedFence fence = FenceFile.checked(place, record, notes);
            return fence.shape() == null ? fence : withRoles(fence, geometry);
        } catch (RejectedRecordException e) {
            return StatedFence.unreadable(place, List.of(FenceFault.of(e.getMessage())));
        }
    }

    private static StatedFence withRoles(StatedFence fence, GeometryReader geometry) {
        List<FenceFault> wrong = geometry.wrongRoles(fence.shape());
        return wrong.isEmpty()
                ? fence
                : new StatedFence(fence.place(), fence.record(), null, wrong, fence.notes());
    }

    /** Many programs cannot set the id of a feature, but a property. */
    private String id() {
        JsonNode own = feature.path("id");
        JsonNode property = feature.path("properties").path(ID);
        boolean isOwn = own.isTextual() || own.isIntegralNumber();
        boolean isProperty = property.isTextual() || property.isIntegralNumber();
        if (isOwn && isProperty && !own.asText().equals(property.asText())) {
            faults.add(FenceFault.of("its id is not its property fence_id"));
        }
        // The property is what people see and change.
        if (isProperty) {
            return property.asText();
        }
        return isOwn ? own.asText() : "";
    }

    private ObjectNode json(JsonNode properties) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", version);
        json.put("effective_from", 0);
        ObjectNode thresholds = json.putObject("thresholds");
        Set<String> others = new TreeSet<>();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String name = property.getKey();
            JsonNode value = property.getValue();
            if (THRESHOLDS.contains(name)) {
                thresholds.set(name, value);
            } else if (!isField(name)) {
                others.add(name);
            } else if (!value.isNull()) {
                json.set(name, LISTS.contains(name) ? list(value) : value);
            }
        }
        json.put(ID, id);
        others.removeAll(SIZES);
        if (!others.isEmpty()) {
            notes.add("not of a fence and left out: " + String.join(", ", others));
        }
        return json;
    }

    private static boolean isField(String name) {
        return !name.equals("shape")
                && !name.equals("thresholds")
                && Geofence.getClassSchema().getField(name) != null;
    }

    /** Programs whose properties cannot be lists write texts with commas. */
    private static JsonNode list(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String item : value.asText().split(",", -1)) {
            if (!item.isBlank()) {
                list.add(item.strip());
            }
        }
        return list;
    }
}
