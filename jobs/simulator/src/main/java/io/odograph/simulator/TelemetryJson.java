// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Telemetry as readable JSON: names of the schema, groups as objects, ISO 8601 times; what is
 * absent, unknown or empty is left out.
 */
final class TelemetryJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private TelemetryJson() {}

    /** A time in ISO 8601 with milliseconds, UTC. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** A record of generated classes as an object. */
    static ObjectNode object(SpecificRecordBase record) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (!isAbsent(value)) {
                object.set(field.name(), node(value));
            }
        }
        return object;
    }

    private static boolean isAbsent(Object value) {
        return value == null
                || (value instanceof Enum<?> symbol && symbol.name().equals("UNKNOWN"))
                || (value instanceof Collection<?> items && items.isEmpty());
    }

    private static JsonNode node(Object value) {
        if (value instanceof SpecificRecordBase record) {
            return object(record);
        }
        if (value instanceof Collection<?> items) {
            ArrayNode array = NODES.arrayNode(items.size());
            items.forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Instant instant) {
            return NODES.textNode(time(instant));
        }
        if (value instanceof Float number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Number number) {
            return NODES.numberNode(number.longValue());
        }
        return NODES.textNode(value.toString());
    }
}
