// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.CapturedRecord;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.town.Town;
import io.odograph.simulator.town.TownFence;
import io.odograph.simulator.town.TownFences;
import io.odograph.simulator.town.Works;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;

/** Writes a simulation into a folder; the same simulation gives the same bytes. */
public final class SimulationFiles {

    /** The topic: an Avro container file of captured records. */
    public static final String TELEMETRY = "telemetry.avro";

    /** One line per crash that must be found. */
    public static final String CRASHES = "expected/alerts.crash.jsonl";

    /** One line per episode of speeding that must be found. */
    public static final String SPEEDINGS = "expected/alerts.speeding.jsonl";

    /** The map of the town in which some vehicles drive. */
    public static final String ROADS = Town.FILE;

    /** What is known of these vehicles, for the topic reference.vehicles. */
    public static final String VEHICLES = "vehicles.jsonl";

    /** Limits that the map has not, for the topic reference.speed-limits. */
    public static final String SPEED_LIMITS = "speed-limits.jsonl";

    /** The fences, for the topic reference.geofences. */
    public static final String GEOFENCES = "geofences.jsonl";

    /** One line per breach of a fence and visit to one that must be found. */
    public static final String GEOFENCE_ALERTS = "expected/alerts.geofence.jsonl";

    /** Where every record must end. */
    public static final String ACCOUNT = "expected/account.json";

    /** Three minutes of one vehicle around its crash, readable. */
    public static final String ONE_CRASH = "one-crash.jsonl";

    /** What the folder holds. */
    public static final String README = "README.md";

    private SimulationFiles() {}

    /**
     * Writes all files, over those of an earlier simulation; other files stay.
     *
     * @param result what is written
     * @param folder created where missing
     * @throws IOException if a file cannot be written
     */
    public static void write(SimulationResult result, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("expected"));
        writeTelemetry(result, folder.resolve(TELEMETRY));
        Files.writeString(folder.resolve(CRASHES), TruthJson.crashes(result.truth()));
        Files.writeString(folder.resolve(SPEEDINGS), TruthJson.speedings(result.truth()));
        Files.writeString(folder.resolve(ROADS), Town.sample().osm());
        Files.writeString(folder.resolve(VEHICLES), ReferenceJson.vehicles(result.plans()));
        Works works = Works.at(result.config().start());
        Files.writeString(folder.resolve(SPEED_LIMITS), ReferenceJson.speedLimits(works));
        List<TownFence> fences = TownFences.at(result.config().start());
        Files.writeString(folder.resolve(GEOFENCES), ReferenceJson.geofences(fences));
        Files.writeString(folder.resolve(GEOFENCE_ALERTS), TruthJson.geofences(result.truth()));
        Files.writeString(folder.resolve(ACCOUNT), TruthJson.account(result.truth().account()));
        Files.writeString(folder.resolve(ONE_CRASH), Excerpt.oneCrash(result));
        long bytes = Files.size(folder.resolve(TELEMETRY));
        Files.writeString(folder.resolve(README), SimulationReadme.of(result, bytes));
    }

    private static void writeTelemetry(SimulationResult result, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                DataFileWriter<CapturedRecord> writer =
                        new DataFileWriter<>(new SpecificDatumWriter<>(CapturedRecord.class))) {
            writer.create(CapturedRecord.getClassSchema(), out, syncMarker(result.config().seed()));
            for (CapturedRecord captured : result.records()) {
                writer.append(captured);
            }
        }
    }

    /** Avro draws a random marker otherwise, and no two files would be the same. */
    private static byte[] syncMarker(long seed) {
        Rng rng = new Rng(seed).fork("sync marker");
        return ByteBuffer.allocate(16).putLong(rng.nextLong()).putLong(rng.nextLong()).array();
    }
}
