// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.ContractData;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.JsonRecordReader;
import io.odograph.common.intake.Origin;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.schemas.Geofence;
import io.odograph.schemas.SpeedLimitOverride;
import io.odograph.schemas.VehicleProfile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * Reference data as JSON Lines: one record to a line, with the field names of its contract. What is
 * read looks as it would on its topic, so that one decoder checks it wherever it comes from.
 */
public final class ReferenceFile {

    private ReferenceFile() {}

    /**
     * Vehicle profiles.
     *
     * @throws IOException with a message for the user if the file cannot be read or a line is none
     */
    public static List<Captured> vehicles(Path file) throws IOException {
        return read(file, VehicleProfile.getClassSchema(), "vehicle_id");
    }

    /**
     * Overrides of speed limits.
     *
     * @throws IOException with a message for the user if the file cannot be read or a line is none
     */
    public static List<Captured> speedLimits(Path file) throws IOException {
        return read(file, SpeedLimitOverride.getClassSchema(), "override_id");
    }

    /**
     * Geofences.
     *
     * @throws IOException with a message for the user if the file cannot be read or a line is none
     */
    public static List<Captured> geofences(Path file) throws IOException {
        return read(file, Geofence.getClassSchema(), "fence_id");
    }

    private static List<Captured> read(Path file, Schema schema, String id) throws IOException {
        BinaryMessageEncoder<Object> encoder =
                new BinaryMessageEncoder<>(ContractData.model(), schema);
        List<Captured> records = new ArrayList<>();
        for (String line : lines(file)) {
            Origin origin =
                    new Origin(file.toString(), -1, records.size() + 1L, Origin.NO_TIMESTAMP);
            try {
                IndexedRecord record =
                        (IndexedRecord)
                                new JsonRecordReader(DecodeLimits.DEFAULT).read(line, schema);
                byte[] key = record.get(schema.getField(id).pos()).toString().getBytes(UTF_8);
                records.add(new Captured(origin, key, bytes(encoder.encode(record))));
            } catch (RejectedRecordException e) {
                throw new IOException("line " + origin.offset() + ": " + e.getMessage(), e);
            }
        }
        return records;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IOException("it is not well-formed UTF-8", e);
        }
    }

    private static byte[] bytes(ByteBuffer encoded) {
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
