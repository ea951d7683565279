// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.capture.Captured;
import io.odograph.common.capture.ContainerFile;
import io.odograph.common.reference.ReferenceFile;
import io.odograph.schemas.CapturedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is played, what is known beforehand and what must come of it.
 *
 * @param records Kafka records in the order of their append times
 * @param vehicles vehicle profiles as they stand on their topic
 * @param speedLimits overrides of speed limits as they stand on their topic
 * @param geofences fences as they stand on their topic
 * @param roads the road file
 * @param truth what must come of it
 */
record SampleData(
        List<Captured> records,
        List<Captured> vehicles,
        List<Captured> speedLimits,
        List<Captured> geofences,
        Path roads,
        GroundTruth truth) {

    /** The topic capture, in a folder of sample data. */
    static final String TELEMETRY = "telemetry.avro";

    /** The vehicle profiles. */
    static final String VEHICLES = "vehicles.jsonl";

    /** The overrides of speed limits. */
    static final String SPEED_LIMITS = "speed-limits.jsonl";

    /** The fences. */
    static final String GEOFENCES = "geofences.jsonl";

    /** The road file. */
    static final String ROADS = "roads.odo";

    /**
     * Reads a folder of sample data.
     *
     * @throws IOException with a message for the user if a file is missing or broken
     */
    static SampleData load(Path folder) throws IOException {
        try {
            return new SampleData(
                    records(folder.resolve(TELEMETRY)),
                    ReferenceFile.vehicles(folder.resolve(VEHICLES)),
                    ReferenceFile.speedLimits(folder.resolve(SPEED_LIMITS)),
                    ReferenceFile.geofences(folder.resolve(GEOFENCES)),
                    roads(folder.resolve(ROADS)),
                    GroundTruth.load(folder));
        } catch (NoSuchFileException e) {
            throw new IOException("No sample data: " + e.getFile() + " is missing", e);
        }
    }

    private static Path roads(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new IOException(
                    "No sample data: %1$s is missing; make it: odograph roads import %2$s -o %1$s"
                            .formatted(file, file.resolveSibling("roads.osm")));
        }
        return file;
    }

    private static List<Captured> records(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        List<Captured> records = new ArrayList<>();
        try (ContainerFile container = ContainerFile.open(file, CapturedRecord.getClassSchema())) {
            for (var next = container.next(); next != null; next = container.next()) {
                records.add(Captured.of(next));
            }
        }
        if (records.isEmpty()) {
            throw new IOException("No sample data: " + file + " is empty");
        }
        records.sort(Comparator.comparingLong(record -> record.origin().timestamp()));
        return records;
    }

    /** Append time of the first record, ms since the epoch. */
    long start() {
        return records.get(0).origin().timestamp();
    }

    /** Append time of the last record, ms since the epoch. */
    long end() {
        return records.get(records.size() - 1).origin().timestamp();
    }
}
