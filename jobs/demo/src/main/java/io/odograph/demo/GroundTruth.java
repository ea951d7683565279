// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odograph.common.account.RecordAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must come of sample data.
 *
 * @param crashes crashes that must be found
 * @param speedings episodes of speeding that must be found
 * @param geofences breaches of fences and visits that must be found
 * @param account account that must come out of each job
 */
record GroundTruth(
        List<Crash> crashes,
        List<Speeding> speedings,
        List<Geofence> geofences,
        RecordAccount account) {

    /** The crashes, in a folder of sample data. */
    static final String CRASHES = "expected/alerts.crash.jsonl";

    /** The episodes of speeding. */
    static final String SPEEDINGS = "expected/alerts.speeding.jsonl";

    /** The breaches of fences and the visits. */
    static final String GEOFENCES = "expected/alerts.geofence.jsonl";

    /** The account. */
    static final String ACCOUNT = "expected/account.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * A crash that must be found.
     *
     * @param vehicleId the vehicle
     * @param impactTime true time of the first contact, ms since the epoch
     */
    record Crash(String vehicleId, long impactTime) {}

    /**
     * An episode of speeding that must be found.
     *
     * @param vehicleId the vehicle
     * @param start true time from which it was above limit and tolerance, ms since the epoch
     * @param end true time until which it was
     * @param band highest band
     */
    record Speeding(String vehicleId, long start, long end, String band) {}

    /**
     * A breach of a fence or a visit that must be found.
     *
     * @param vehicleId the vehicle
     * @param fenceId the fence
     * @param start true time at which it began, ms since the epoch
     * @param end true time at which it was over, or null if it was not in the data
     */
    record Geofence(String vehicleId, String fenceId, long start, @Nullable Long end) {}

    /** Reads it from a folder of sample data. */
    static GroundTruth load(Path folder) throws IOException {
        return new GroundTruth(
                lines(
                        folder.resolve(CRASHES),
                        json -> new Crash(text(json, "vehicle_id"), time(json, "impact_time"))),
                lines(
                        folder.resolve(SPEEDINGS),
                        json ->
                                new Speeding(
                                        text(json, "vehicle_id"),
                                        time(json, "start_time"),
                                        time(json, "end_time"),
                                        text(json, "band"))),
                lines(
                        folder.resolve(GEOFENCES),
                        json ->
                                new Geofence(
                                        text(json, "vehicle_id"),
                                        text(json, "fence_id"),
                                        time(json, "start_time"),
                                        json.required("end_time").isNull()
                                                ? null
                                                : (Long) time(json, "end_time"))),
                RecordAccount.parse(Files.readString(folder.resolve(ACCOUNT))));
    }

    private static <T> List<T> lines(Path file, Function<JsonNode, T> reader) throws IOException {
        List<T> read = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            read.add(reader.apply(MAPPER.readTree(line)));
        }
        return read;
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }

    private static long time(JsonNode json, String field) {
        return Instant.parse(text(json, field)).toEpochMilli();
    }
}
