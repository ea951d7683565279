// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.JsonRecordReader;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.reference.GeofenceReader;
import io.odograph.schemas.Geofence;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceFault;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fences from GeoJSON, or from JSON Lines where the file is named {@code .jsonl}. */
final class FenceFile {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(
                            com.fasterxml.jackson.databind.DeserializationFeature
                                    .FAIL_ON_TRAILING_TOKENS)
                    .build();

    private FenceFile() {}

    /**
     * Reads a file.
     *
     * @param version version of the features that state none
     * @throws FenceFileException if it is neither GeoJSON nor JSON Lines
     * @throws IOException if it cannot be read
     */
    static List<StatedFence> read(Path file, long version) throws IOException {
        List<StatedFence> fences =
                file.toString().endsWith(".jsonl")
                        ? lines(file)
                        : new GeoJsonReader(version).read(tree(file));
        return withoutRepetitions(fences);
    }

    private static JsonNode tree(Path file) throws IOException {
        try {
            return JSON.readTree(text(file));
        } catch (JsonProcessingException e) {
            throw new FenceFileException(
                    "it is no JSON: "
                            + e.getOriginalMessage()
                            + ", line "
                            + e.getLocation().getLineNr()
                            + " column "
                            + e.getLocation().getColumnNr());
        }
    }

    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            // Some programs put a byte order mark first.
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FenceFileException("it is not well-formed UTF-8");
        }
    }

    private static List<StatedFence> lines(Path file) throws IOException {
        List<StatedFence> fences = new ArrayList<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            if (!line.isBlank()) {
                fences.add(line("line " + number, line));
            }
        }
        return fences;
    }

    private static StatedFence line(String place, String line) {
        try {
            Geofence record = record(line);
            return checked(place + " (" + record.getFenceId() + ")", record, List.of());
        } catch (RejectedRecordException e) {
            return StatedFence.unreadable(place, List.of(FenceFault.of(e.getMessage())));
        }
    }

    /** Reads a fence from the JSON of its contract. */
    static Geofence record(String json) throws RejectedRecordException {
        return (Geofence)
                new JsonRecordReader(DecodeLimits.DEFAULT).read(json, Geofence.getClassSchema());
    }

    /** A fence with what is wrong with it. */
    static StatedFence checked(String place, Geofence record, List<String> notes) {
        GeofenceReader.Result result = GeofenceReader.read(record);
        Fence fence = result.fence();
        return new StatedFence(
                place, record, fence == null ? null : fence.shape(), result.faults(), notes);
    }

    /** Of one version of a fence there can be one only. */
    private static List<StatedFence> withoutRepetitions(List<StatedFence> fences) {
        Map<String, String> places = new HashMap<>();
        List<StatedFence> told = new ArrayList<>();
        for (StatedFence fence : fences) {
            String before = places.putIfAbsent(identity(fence), fence.place());
            told.add(before == null ? fence : repeated(fence, before));
        }
        return told;
    }

    private static String identity(StatedFence fence) {
        Geofence record = fence.record();
        return record == null ? fence.place() : record.getFenceId() + " " + record.getVersion();
    }

    private static StatedFence repeated(StatedFence fence, @Nullable String before) {
        List<FenceFault> faults = new ArrayList<>(fence.faults());
        faults.add(FenceFault.of("the same version of this fence is also " + before));
        return new StatedFence(fence.place(), fence.record(), null, faults, fence.notes());
    }
}
