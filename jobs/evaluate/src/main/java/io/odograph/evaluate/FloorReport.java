// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Floors for people and for programs. */
public final class FloorReport {

    private FloorReport() {}

    /** As a table, with examples of what fell below. */
    public static String text(List<Floor> floors) {
        TextTable table = new TextTable("floor", "required", "measured", "");
        StringBuilder examples = new StringBuilder();
        for (Floor floor : floors) {
            table.add(
                    floor.name(),
                    floor.required(),
                    floor.measured(),
                    floor.met() ? "met" : "NOT MET");
            if (!floor.met()) {
                floor.examples().forEach(line -> examples.append("  ").append(line).append('\n'));
            }
        }
        String failed = examples.isEmpty() ? "" : "\nBelow their floors, for example:\n" + examples;
        return table + failed;
    }

    /** As JSON. */
    public static ArrayNode json(List<Floor> floors) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Floor floor : floors) {
            ObjectNode node =
                    array.addObject()
                            .put("name", floor.name())
                            .put("required", floor.required())
                            .put("measured", floor.measured())
                            .put("met", floor.met());
            ArrayNode examples = node.putArray("examples");
            floor.examples().forEach(examples::add);
        }
        return array;
    }
}
