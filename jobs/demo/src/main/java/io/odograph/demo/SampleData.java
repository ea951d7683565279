// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odograph.common.account.RecordAccount;
import io.odograph.common.capture.Captured;
import io.odograph.common.capture.ContainerFile;
import io.odograph.schemas.CapturedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is played and what must come of it.
 *
 * @param records Kafka records in the order of their append times
 * @param crashes crashes that must be found
 * @param account account that must come out
 */
record SampleData(List<Captured> records, List<ExpectedCrash> crashes, RecordAccount account) {

    /** The topic capture, in a folder of sample data. */
    static final String TELEMETRY = "telemetry.avro";

    /** The crashes that must be found. */
    static final String CRASHES = "expected/alerts.crash.jsonl";

    /** The account that must come out. */
    static final String ACCOUNT = "expected/account.json";

    /**
     * A crash that must be found.
     *
     * @param vehicleId the vehicle
     * @param impactTime true time of the first contact, ms since the epoch
     */
    record ExpectedCrash(String vehicleId, long impactTime) {}

    /**
     * Reads a folder of sample data.
     *
     * @throws IOException with a message for the user if a file is missing or broken
     */
    static SampleData load(Path folder) throws IOException {
        try {
            return new SampleData(
                    records(folder.resolve(TELEMETRY)),
                    crashes(folder.resolve(CRASHES)),
                    RecordAccount.parse(Files.readString(folder.resolve(ACCOUNT))));
        } catch (NoSuchFileException e) {
            throw new IOException("No sample data: " + e.getFile() + " is missing", e);
        }
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

    private static List<ExpectedCrash> crashes(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<ExpectedCrash> crashes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode json = mapper.readTree(line);
            crashes.add(
                    new ExpectedCrash(
                            json.required("vehicle_id").asText(),
                            Instant.parse(json.required("impact_time").asText()).toEpochMilli()));
        }
        return crashes;
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
