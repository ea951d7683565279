// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.capture.Captured;
import io.odograph.common.capture.ContainerFile;
import io.odograph.common.intake.Origin;
import io.odograph.schemas.TelemetryRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Telemetry records, brought back into the bytes that they have on a topic, so that one decoder
 * validates them all.
 */
final class TelemetryFile implements RecordFile {

    private static final BinaryMessageEncoder<GenericRecord> ENCODER =
            new BinaryMessageEncoder<>(GenericData.get(), TelemetryRecord.getClassSchema());

    private final String name;
    private final ContainerFile file;
    private long number;

    TelemetryFile(String name, ContainerFile file) {
        this.name = name;
        this.file = file;
    }

    @Override
    public @Nullable Captured next() throws IOException {
        number++;
        GenericRecord record = file.next();
        if (record == null) {
            return null;
        }
        ByteBuffer encoded = ENCODER.encode(record);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return new Captured(origin(), null, bytes);
    }

    private Origin origin() {
        return new Origin(name, -1, number, Origin.NO_TIMESTAMP);
    }

    @Override
    public Captured remainder() {
        return new Captured(origin(), null, null);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
