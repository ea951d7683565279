// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.CapturedRecord;
import io.odograph.schemas.TelemetryRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** The three minutes around the first crash, as readable lines. */
final class Excerpt {

    private static final int SECONDS_BEFORE = 90;
    private static final int SECONDS_AFTER = 90;

    private static final int HEADER = 10;
    private static final DecoderFactory DECODERS = DecoderFactory.get();

    /** Generic, because Avro instantiates generated classes only where the process trusts them. */
    private static final GenericDatumReader<GenericRecord> READER =
            new GenericDatumReader<>(TelemetryRecord.getClassSchema());

    private Excerpt() {}

    /** The lines of the first expected crash; empty without one. */
    static String oneCrash(SimulationResult result) {
        StringBuilder lines = new StringBuilder();
        if (!result.truth().crashes().isEmpty()) {
            append(lines, result.truth().crashes().get(0), result);
        }
        return lines.toString();
    }

    private static void append(StringBuilder lines, ExpectedCrash crash, SimulationResult result) {
        Instant from = crash.impactTime().minusSeconds(SECONDS_BEFORE);
        Instant to = crash.impactTime().plusSeconds(SECONDS_AFTER);
        ByteBuffer key = ByteBuffer.wrap(crash.vehicleId().getBytes(StandardCharsets.UTF_8));
        for (CapturedRecord captured : result.records()) {
            ByteBuffer value = captured.getValue();
            if (key.equals(captured.getKey()) && value != null) {
                GenericRecord record = decode(value);
                Instant time = Instant.ofEpochMilli((Long) record.get("event_time"));
                if (!time.isBefore(from) && time.isBefore(to)) {
                    lines.append(TruthJson.text(TelemetryJson.object(record))).append('\n');
                }
            }
        }
    }

    /** Reads what this module wrote; a crashed vehicle's key has no damaged values. */
    private static GenericRecord decode(ByteBuffer value) {
        byte[] body = new byte[value.remaining() - HEADER];
        value.duplicate().position(HEADER).get(body);
        try {
            return READER.read(null, DECODERS.binaryDecoder(body, null));
        } catch (IOException e) {
            throw new UncheckedIOException("decoding what was just encoded", e);
        }
    }
}
