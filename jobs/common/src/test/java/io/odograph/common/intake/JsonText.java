// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Writes a record as the JSON text that the decoder is to read. */
final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /** The text with absent fields left out and times as ISO 8601. */
    static String of(IndexedRecord record) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            writeRecord(out, record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeRecord(JsonGenerator out, IndexedRecord record) throws IOException {
        out.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            if (record.get(field.pos()) != null) {
                out.writeFieldName(field.name());
                write(out, record.get(field.pos()));
            }
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value instanceof IndexedRecord record) {
            writeRecord(out, record);
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (value instanceof Instant || value instanceof Enum<?>) {
            out.writeString(value.toString());
        } else {
            out.writePOJO(value);
        }
    }
}
