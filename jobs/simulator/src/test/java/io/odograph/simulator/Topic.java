// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.CapturedRecord;
import io.odograph.schemas.TelemetryRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** Reads a simulated topic as a consumer does, from the bytes alone. */
final class Topic {

    /** A record that decodes. */
    record Entry(CapturedRecord captured, GenericRecord value) {

        long eventTime() {
            return (Long) value.get("event_time");
        }

        long receivedAt() {
            return (Long) value.get("received_at");
        }

        @Nullable Long sequence() {
            return (Long) value.get("sequence");
        }

        String vehicle() {
            return keyOf(captured);
        }

        /** Speed in km/h, or NaN. */
        double speed() {
            GenericRecord motion = (GenericRecord) value.get("motion");
            Float speed = motion == null ? null : (Float) motion.get("speed");
            return speed == null ? Double.NaN : speed;
        }
    }

    private static final GenericDatumReader<GenericRecord> READER =
            new GenericDatumReader<>(TelemetryRecord.getClassSchema());

    private Topic() {}

    static String keyOf(CapturedRecord captured) {
        return StandardCharsets.UTF_8.decode(captured.getKey().duplicate()).toString();
    }

    static byte[] bytesOf(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** Everything that decodes, by vehicle, in the order of the topic. */
    static Map<String, List<Entry>> byVehicle(SimulationResult result) {
        Map<String, List<Entry>> entries = new LinkedHashMap<>();
        for (CapturedRecord captured : result.records()) {
            GenericRecord value = decode(captured);
            if (value != null) {
                Entry entry = new Entry(captured, value);
                entries.computeIfAbsent(entry.vehicle(), k -> new ArrayList<>()).add(entry);
            }
        }
        return entries;
    }

    /** The record, or null if its bytes are damaged. */
    static @Nullable GenericRecord decode(CapturedRecord captured) {
        ByteBuffer value = captured.getValue();
        if (value == null || value.remaining() < 20) {
            return null;
        }
        byte[] bytes = bytesOf(value);
        if (bytes[2] == 0x5A && bytes[9] == 0x5A) {
            return null;
        }
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, 10, bytes.length - 10, null);
        try {
            GenericRecord decoded = READER.read(null, decoder);
            return decoder.isEnd() ? decoded : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Fails the caller's test rather than hiding a damaged record. */
    static GenericRecord decodeOrFail(CapturedRecord captured) {
        GenericRecord value = decode(captured);
        if (value == null) {
            throw new UncheckedIOException(new IOException("damaged"));
        }
        return value;
    }
}
