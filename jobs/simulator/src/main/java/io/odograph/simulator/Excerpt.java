// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.CapturedRecord;
import io.odograph.schemas.TelemetryRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The three minutes around the first vehicle's crash, as readable lines. */
final class Excerpt {

    private static final int SECONDS_BEFORE = 90;
    private static final int SECONDS_AFTER = 90;

    private Excerpt() {}

    /** The lines of the first expected crash whose device's clock is right; empty without one. */
    static String oneCrash(SimulationResult result) {
        StringBuilder lines = new StringBuilder();
        for (ExpectedCrash crash : result.truth().crashes()) {
            if (lines.isEmpty()) {
                append(lines, crash, result);
            }
        }
        return lines.toString();
    }

    private static void append(StringBuilder lines, ExpectedCrash crash, SimulationResult result) {
        Instant from = crash.impactTime().minusSeconds(SECONDS_BEFORE);
        Instant to = crash.impactTime().plusSeconds(SECONDS_AFTER);
        ByteBuffer key = ByteBuffer.wrap(crash.vehicleId().getBytes(StandardCharsets.UTF_8));
        for (CapturedRecord captured : result.records()) {
            if (key.equals(captured.getKey())) {
                TelemetryRecord record = decode(captured.getValue());
                if (!record.getEventTime().isBefore(from) && record.getEventTime().isBefore(to)) {
                    lines.append(TruthJson.text(TelemetryJson.object(record))).append('\n');
                }
            }
        }
    }

    private static TelemetryRecord decode(ByteBuffer value) {
        try {
            return TelemetryRecord.getDecoder().decode(value.duplicate());
        } catch (IOException e) {
            throw new UncheckedIOException("decoding what was just encoded", e);
        }
    }
}
