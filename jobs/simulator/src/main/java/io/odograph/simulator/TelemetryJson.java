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
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

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

    /** A record as an object. */
    static ObjectNode object(IndexedRecord record) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (!isAbsent(value)) {
                object.set(field.name(), node(field.schema(), value));
            }
        }
        return object;
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null
                || (value instanceof GenericEnumSymbol<?> && value.toString().equals("UNKNOWN"))
                || (value instanceof Collection<?> items && items.isEmpty());
    }

    private static JsonNode node(Schema declared, Object value) {
        Schema schema =
                declared.isUnion()
                        ? declared.getTypes().get(GenericData.get().resolveUnion(declared, value))
                        : declared;
        return switch (schema.getType()) {
            case RECORD -> object((IndexedRecord) value);
            case ARRAY -> {
                ArrayNode array = NODES.arrayNode();
                for (Object item : (Collection<?>) value) {
                    array.add(node(schema.getElementType(), item));
                }
                yield array;
            }
            case LONG ->
                    schema.getLogicalType() == null
                            ? NODES.numberNode((Long) value)
                            : NODES.textNode(time(Instant.ofEpochMilli((Long) value)));
            case INT -> NODES.numberNode((Integer) value);
            case FLOAT -> NODES.numberNode((Float) value);
            case DOUBLE -> NODES.numberNode((Double) value);
            case BOOLEAN -> NODES.booleanNode((Boolean) value);
            default -> NODES.textNode(value.toString());
        };
    }
}
