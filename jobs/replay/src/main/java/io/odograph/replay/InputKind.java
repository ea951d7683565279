// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.capture.ContainerFile;
import io.odograph.schemas.CapturedRecord;
import io.odograph.schemas.TelemetryRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Kinds of input file. */
enum InputKind {
    /** One JSON object to a line. */
    JSON_LINES {
        @Override
        RecordFile open(Path file) throws IOException {
            return new JsonLinesFile(file.toString(), Files.newInputStream(file));
        }
    },
    /** The same, compressed. */
    JSON_LINES_GZIP {
        @Override
        RecordFile open(Path file) throws IOException {
            return new JsonLinesFile(
                    file.toString(), new GZIPInputStream(Files.newInputStream(file), BUFFER));
        }
    },
    /** An Avro container file of telemetry records. */
    TELEMETRY {
        @Override
        RecordFile open(Path file) throws IOException {
            return new TelemetryFile(
                    file.toString(), ContainerFile.open(file, TelemetryRecord.getClassSchema()));
        }
    },
    /** An Avro container file of Kafka records as they stood on a topic. */
    CAPTURE {
        @Override
        RecordFile open(Path file) throws IOException {
            return new CaptureFile(
                    file.toString(), ContainerFile.open(file, CapturedRecord.getClassSchema()));
        }
    };

    private static final int BUFFER = 1 << 16;

    /** Opens a file of this kind. */
    abstract RecordFile open(Path file) throws IOException;

    /** Whether its records are JSON rather than Avro single objects. */
    boolean isJson() {
        return this == JSON_LINES || this == JSON_LINES_GZIP;
    }

    /**
     * The kind of a file, by the ending of its name and, for Avro, by the schema inside.
     *
     * @throws IOException with a message for the user if it is none of them or cannot be read
     */
    static InputKind of(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".jsonl")) {
            return JSON_LINES;
        }
        if (name.endsWith(".jsonl.gz")) {
            return JSON_LINES_GZIP;
        }
        if (!name.endsWith(".avro")) {
            throw new IOException("unknown ending; known are .jsonl, .jsonl.gz and .avro");
        }
        String record = ContainerFile.recordName(file);
        if (record.equals(TelemetryRecord.getClassSchema().getFullName())) {
            return TELEMETRY;
        }
        if (record.equals(CapturedRecord.getClassSchema().getFullName())) {
            return CAPTURE;
        }
        throw new IOException("holds " + record + ", neither TelemetryRecord nor CapturedRecord");
    }
}
