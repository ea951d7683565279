// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record of any Avro schema as plain JSON, unlike Avro's own JSON encoding, which wraps
 * every optional value in the name of its type.
 *
 * <p>Fields come in the order of the schema under its names, and absent ones are left out; the keys
 * of maps are sorted; {@code timestamp-millis} becomes ISO 8601 in UTC with milliseconds, {@code
 * date} ISO 8601; bytes become base64; NaN and the infinities, which JSON lacks, become strings.
 * Equal records give equal text.
 */
public final class AvroJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DateTimeFormatter ISO_MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private AvroJson() {}

    /**
     * The JSON of a record, on one line without spaces.
     *
     * @throws IllegalArgumentException if its schema has a union of several types other than null,
     *     whose values plain JSON could not tell apart
     */
    public static String write(IndexedRecord record) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            writeRecord(record, record.getSchema(), json);
        } catch (IOException e) {
            throw new UncheckedIOException("A StringWriter does not fail", e);
        }
        return text.toString();
    }

    private static void writeRecord(IndexedRecord record, Schema schema, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        for (Schema.Field field : schema.getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                json.writeFieldName(field.name());
                writeValue(value, field.schema(), json);
            }
        }
        json.writeEndObject();
    }

    private static void writeValue(@Nullable Object value, Schema schema, JsonGenerator json)
            throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (schema.getType()) {
            case RECORD -> writeRecord((IndexedRecord) value, schema, json);
            case UNION -> writeValue(value, present(schema), json);
            case ARRAY -> writeArray((Collection<?>) value, schema.getElementType(), json);
            case MAP -> writeMap((Map<?, ?>) value, schema.getValueType(), json);
            case BYTES -> json.writeBinary(bytes((ByteBuffer) value));
            case FIXED -> json.writeBinary(((GenericFixed) value).bytes());
            case INT -> writeInt(value, schema, json);
            case LONG -> writeLong(value, schema, json);
            case FLOAT -> json.writeNumber((float) value);
            case DOUBLE -> json.writeNumber((double) value);
            case BOOLEAN -> json.writeBoolean((boolean) value);
            case STRING, ENUM -> json.writeString(value.toString());
            case NULL -> json.writeNull();
        }
    }

    private static void writeArray(Collection<?> values, Schema element, JsonGenerator json)
            throws IOException {
        json.writeStartArray();
        for (Object value : values) {
            writeValue(value, element, json);
        }
        json.writeEndArray();
    }

    private static void writeMap(Map<?, ?> values, Schema element, JsonGenerator json)
            throws IOException {
        Map<String, Object> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(key.toString(), value));
        json.writeStartObject();
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(entry.getValue(), element, json);
        }
        json.writeEndObject();
    }

    private static void writeInt(Object value, Schema schema, JsonGenerator json)
            throws IOException {
        if (value instanceof LocalDate date) {
            json.writeString(date.toString());
        } else if (schema.getLogicalType() instanceof LogicalTypes.Date) {
            json.writeString(LocalDate.ofEpochDay((int) value).toString());
        } else {
            json.writeNumber((int) value);
        }
    }

    private static void writeLong(Object value, Schema schema, JsonGenerator json)
            throws IOException {
        if (value instanceof Instant instant) {
            json.writeString(ISO_MILLIS.format(instant));
        } else if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            json.writeString(ISO_MILLIS.format(Instant.ofEpochMilli((long) value)));
        } else {
            json.writeNumber((long) value);
        }
    }

    private static Schema present(Schema union) {
        List<Schema> types =
                union.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .toList();
        if (types.size() != 1) {
            throw new IllegalArgumentException("Not an optional value: " + union);
        }
        return types.get(0);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
