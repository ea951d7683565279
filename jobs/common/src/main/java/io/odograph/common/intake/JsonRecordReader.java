// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.odograph.schemas.RejectionReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object as a record of generated classes by walking its Avro schema, so that a new
 * field is understood as soon as the schema has it. The depth of what is read is that of the
 * schema. One instance reads one text.
 */
public final class JsonRecordReader {

    // Names come from outside: they must not fill tables that outlive the record.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build();

    private static final ContractData DATA = ContractData.model();
    private static final int MAX_NAME_SHOWN = 32;

    private final DecodeLimits limits;
    private int items;

    /** A reader that lets one text ask for so much. */
    public JsonRecordReader(DecodeLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a text that holds exactly one object.
     *
     * @throws RejectedRecordException if it does not, or the object does not fit the schema
     */
    public Object read(String text, Schema schema) throws RejectedRecordException {
        try (JsonParser in = JSON.createParser(text)) {
            in.nextToken();
            Object record = readRecord(in, schema, "");
            if (in.nextToken() != null) {
                throw malformed("text follows the object");
            }
            return record;
        } catch (StreamConstraintsException e) {
            throw new RejectedRecordException(
                    RejectionReason.LENGTH_OUT_OF_BOUNDS, "a name or number is too long");
        } catch (JsonProcessingException e) {
            // The parser's own message would quote the text.
            throw malformed("not valid JSON at character " + e.getLocation().getCharOffset());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen while reading a string", e);
        }
    }

    private Object readRecord(JsonParser in, Schema schema, String path)
            throws IOException, RejectedRecordException {
        expect(in, JsonToken.START_OBJECT, path, "an object");
        String prefix = path.isEmpty() ? "" : path + ".";
        IndexedRecord record = (IndexedRecord) DATA.newRecord(null, schema);
        List<Schema.Field> fields = schema.getFields();
        boolean[] seen = new boolean[fields.size()];
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            Schema.Field field = schema.getField(in.currentName());
            if (field == null) {
                throw malformed(prefix + shown(in.currentName()) + " is not a field of the schema");
            }
            if (seen[field.pos()]) {
                throw malformed(prefix + field.name() + " stands twice");
            }
            seen[field.pos()] = true;
            in.nextToken();
            record.put(field.pos(), readValue(in, field.schema(), prefix + field.name()));
        }
        for (Schema.Field field : fields) {
            if (!seen[field.pos()]) {
                record.put(field.pos(), defaultOf(field, prefix));
            }
        }
        return record;
    }

    private static Object defaultOf(Schema.Field field, String prefix)
            throws RejectedRecordException {
        if (!field.hasDefaultValue()) {
            throw malformed(prefix + field.name() + " is required and missing");
        }
        return DATA.getDefaultValue(field);
    }

    private @Nullable Object readValue(JsonParser in, Schema schema, String path)
            throws IOException, RejectedRecordException {
        return switch (schema.getType()) {
            case UNION ->
                    in.currentToken() == JsonToken.VALUE_NULL && schema.isNullable()
                            ? null
                            : readValue(in, presentBranch(schema), path);
            case RECORD -> readRecord(in, schema, path);
            case ARRAY -> readArray(in, schema.getElementType(), path);
            case ENUM -> readEnum(in, schema, path);
            case STRING -> readString(in, path);
            case BOOLEAN -> readBoolean(in, path);
            case INT, LONG -> readInteger(in, schema, path);
            case FLOAT -> {
                expectNumber(in, path);
                yield in.getFloatValue();
            }
            case DOUBLE -> {
                expectNumber(in, path);
                yield in.getDoubleValue();
            }
            default -> throw new IllegalStateException("no text form for " + schema.getType());
        };
    }

    private static Schema presentBranch(Schema union) {
        return union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .reduce(
                        (one, other) -> {
                            throw new IllegalStateException("no text form for " + union);
                        })
                .orElseThrow();
    }

    private List<Object> readArray(JsonParser in, Schema item, String path)
            throws IOException, RejectedRecordException {
        expect(in, JsonToken.START_ARRAY, path, "an array");
        List<Object> array = new ArrayList<>();
        String itemPath = path + "[]";
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items++;
            if (items > limits.maxItems()) {
                throw new RejectedRecordException(
                        RejectionReason.LENGTH_OUT_OF_BOUNDS,
                        "arrays hold more than " + limits.maxItems() + " items");
            }
            array.add(readValue(in, item, itemPath));
        }
        return array;
    }

    private static Object readEnum(JsonParser in, Schema schema, String path)
            throws IOException, RejectedRecordException {
        if (in.currentToken() != JsonToken.VALUE_STRING || !schema.hasEnumSymbol(in.getText())) {
            throw mismatch(path, "one of " + schema.getEnumSymbols());
        }
        return DATA.createEnum(in.getText(), schema);
    }

    private String readString(JsonParser in, String path)
            throws IOException, RejectedRecordException {
        expect(in, JsonToken.VALUE_STRING, path, "a string");
        String text = in.getText();
        // No char of a string takes more than three bytes, so that most need not be counted.
        if (text.length() > limits.maxStringBytes() / 3
                && utf8Length(text) > limits.maxStringBytes()) {
            throw new RejectedRecordException(
                    RejectionReason.LENGTH_OUT_OF_BOUNDS,
                    path + " is longer than " + limits.maxStringBytes() + " bytes");
        }
        return text;
    }

    private static Boolean readBoolean(JsonParser in, String path) throws RejectedRecordException {
        if (in.currentToken() == null || !in.currentToken().isBoolean()) {
            throw mismatch(path, "true or false");
        }
        return in.currentToken() == JsonToken.VALUE_TRUE;
    }

    private static Object readInteger(JsonParser in, Schema schema, String path)
            throws IOException, RejectedRecordException {
        if (schema.getLogicalType() instanceof LogicalTypes.Date) {
            return readDate(in, path);
        }
        boolean time = schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
        String expected =
                time ? "ISO 8601 time with zone, or whole milliseconds" : "a whole number";
        if (time && in.currentToken() == JsonToken.VALUE_STRING) {
            return readTime(in.getText(), path, expected);
        }
        expect(in, JsonToken.VALUE_NUMBER_INT, path, expected);
        boolean small = in.getNumberType() == JsonParser.NumberType.INT;
        if (!small
                && (schema.getType() == Schema.Type.INT
                        || in.getNumberType() != JsonParser.NumberType.LONG)) {
            throw new RejectedRecordException(
                    RejectionReason.OUT_OF_RANGE, path + " does not fit in its type");
        }
        if (schema.getType() == Schema.Type.INT) {
            return in.getIntValue();
        }
        return time ? Instant.ofEpochMilli(in.getLongValue()) : (Object) in.getLongValue();
    }

    private static LocalDate readDate(JsonParser in, String path)
            throws IOException, RejectedRecordException {
        String expected = "an ISO 8601 date, or whole days";
        try {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                LocalDate date = LocalDate.parse(in.getText());
                // Avro counts days in an int, and would cut off the rest.
                Math.toIntExact(date.toEpochDay());
                return date;
            }
            expect(in, JsonToken.VALUE_NUMBER_INT, path, expected);
            return LocalDate.ofEpochDay(in.getIntValue());
        } catch (DateTimeException | ArithmeticException | InputCoercionException e) {
            throw mismatch(path, expected);
        }
    }

    private static Instant readTime(String text, String path, String expected)
            throws RejectedRecordException {
        try {
            return Instant.ofEpochMilli(OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw mismatch(path, expected);
        }
    }

    private static void expectNumber(JsonParser in, String path) throws RejectedRecordException {
        if (in.currentToken() == null || !in.currentToken().isNumeric()) {
            throw mismatch(path, "a number");
        }
    }

    private static void expect(JsonParser in, JsonToken token, String path, String expected)
            throws RejectedRecordException {
        if (in.currentToken() != token) {
            throw mismatch(path, expected);
        }
    }

    private static RejectedRecordException mismatch(String path, String expected) {
        String subject = path.isEmpty() ? "the text" : path;
        return malformed(subject + " is not " + expected);
    }

    private static RejectedRecordException malformed(String message) {
        return new RejectedRecordException(RejectionReason.MALFORMED_TEXT, message);
    }

    /** A name from outside, cut and without anything that could break a line of a log. */
    private static String shown(String name) {
        String cut = name.substring(0, Math.min(name.length(), MAX_NAME_SHOWN));
        return cut.replaceAll("[^A-Za-z0-9_.-]", "?");
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
