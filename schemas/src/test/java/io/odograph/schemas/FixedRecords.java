// SPDX-License-Identifier: Apache-2.0
package io.odograph.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * One fully populated record per schema, the same on every run. A value depends on the path of its
 * field only, so that a field added later leaves the others as they are.
 */
final class FixedRecords {

    private static final long A_TIME = 1_767_225_600_000L;

    private FixedRecords() {}

    /** The record of a schema. */
    static GenericData.Record of(Schema schema) {
        return (GenericData.Record) value(schema, schema.getName());
    }

    private static Object value(Schema schema, String path) {
        int seed = Math.floorMod(path.hashCode(), 10_000);
        return switch (schema.getType()) {
            case RECORD -> {
                GenericData.Record record = new GenericData.Record(schema);
                for (Schema.Field field : schema.getFields()) {
                    record.put(field.pos(), value(field.schema(), path + "." + field.name()));
                }
                yield record;
            }
            case UNION -> value(schema.getTypes().get(schema.getTypes().size() - 1), path);
            case ARRAY ->
                    new GenericData.Array<>(
                            schema,
                            List.of(
                                    value(schema.getElementType(), path + "[0]"),
                                    value(schema.getElementType(), path + "[1]")));
            // One entry, since the order of several is not defined.
            case MAP -> Map.of("key", value(schema.getValueType(), path + "{}"));
            case ENUM -> {
                List<String> symbols = schema.getEnumSymbols();
                yield new GenericData.EnumSymbol(schema, symbols.get(symbols.size() - 1));
            }
            case STRING -> path + " \u00e9\u20ac";
            case BYTES -> ByteBuffer.wrap(path.getBytes(StandardCharsets.UTF_8));
            case INT -> seed - 5_000;
            case LONG -> A_TIME + seed;
            case FLOAT -> seed / 8f;
            case DOUBLE -> -seed / 16.0;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("no fixed value for " + schema);
        };
    }
}
