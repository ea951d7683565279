// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.capture.Captured;
import io.odograph.common.capture.ContainerFile;
import io.odograph.common.intake.Origin;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Kafka records, each with its own topic, partition, offset and time as origin. */
final class CaptureFile implements RecordFile {

    private final String name;
    private final ContainerFile file;
    private long number;

    CaptureFile(String name, ContainerFile file) {
        this.name = name;
        this.file = file;
    }

    @Override
    public @Nullable Captured next() throws IOException {
        number++;
        GenericRecord record = file.next();
        return record == null ? null : Captured.of(record);
    }

    @Override
    public Captured remainder() {
        return new Captured(new Origin(name, -1, number, Origin.NO_TIMESTAMP), null, null);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
