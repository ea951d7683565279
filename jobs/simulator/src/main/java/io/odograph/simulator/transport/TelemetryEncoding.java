// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import io.odograph.schemas.TelemetryRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Avro single-object encoding: C3 01, the fingerprint of the schema, the body. */
final class TelemetryEncoding {

    /** Length of marker and fingerprint, bytes. */
    static final int HEADER = 10;

    private TelemetryEncoding() {}

    static byte[] encode(TelemetryRecord record) {
        try {
            ByteBuffer buffer = TelemetryRecord.getEncoder().encode(record);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("encoding into memory", e);
        }
    }
}
