// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.reference.LimitOverrideDecoder;
import io.odograph.common.reference.ProfileDecoder;
import io.odograph.common.reference.ReferenceDecoder;
import io.odograph.common.reference.ReferenceFile;
import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.speeding.SpeedingJob;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.LimitOverrideBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files of reference data, held to the same as the records of their topics.
 *
 * @param vehicles vehicle profiles, or null
 * @param speedLimits overrides of speed limits, or null
 */
record ReferenceInputs(@Nullable Path vehicles, @Nullable Path speedLimits) {

    private interface Reader {
        List<Captured> read(Path file) throws IOException;
    }

    /** Reads both; what is wrong with them is added to the problems. */
    ReferenceStreams read(List<String> problems) {
        Map<String, VehicleProfile> profiles = new HashMap<>();
        for (VehicleProfile profile :
                read(
                        "vehicles",
                        vehicles,
                        ReferenceFile::vehicles,
                        new ProfileDecoder(DecodeLimits.DEFAULT),
                        problems)) {
            // The highest version wins, as it does on the topic.
            profiles.merge(
                    profile.vehicleId(),
                    profile,
                    (known, added) -> added.version() > known.version() ? added : known);
        }
        LimitOverrideBook book = new LimitOverrideBook();
        List<LimitOverride> overrides =
                read(
                        "speed-limits",
                        speedLimits,
                        ReferenceFile::speedLimits,
                        new LimitOverrideDecoder(DecodeLimits.DEFAULT),
                        problems);
        if (!overrides.stream().allMatch(book::put)) {
            problems.add(
                    "speed-limits "
                            + speedLimits
                            + ": holds more than "
                            + book.capacity()
                            + " overrides");
        }
        return ReferenceStreams.fixed(
                SpeedingJob.NAME,
                new ReferenceSnapshot<>(String.valueOf(speedLimits), overrides, Map.of()),
                ReferenceSnapshot.none(),
                profiles);
    }

    private static <T> List<T> read(
            String what,
            @Nullable Path file,
            Reader reader,
            ReferenceDecoder<T> decoder,
            List<String> problems) {
        List<T> values = new ArrayList<>();
        if (file == null) {
            return values;
        }
        if (!Files.isRegularFile(file)) {
            problems.add(what + " " + file + ": no such file");
            return values;
        }
        try {
            for (Captured record : reader.read(file)) {
                values.add(decode(record, decoder));
            }
        } catch (IOException e) {
            problems.add(what + " " + file + ": " + e.getMessage());
        }
        return values;
    }

    private static <T> T decode(Captured record, ReferenceDecoder<T> decoder) throws IOException {
        try {
            var update = decoder.decode(record.key(), record.value());
            if (update == null || update.value() == null) {
                throw new IllegalStateException("a line is never withdrawn nor for others");
            }
            return update.value();
        } catch (RejectedRecordException e) {
            throw new IOException("line " + record.origin().offset() + ": " + e.getMessage(), e);
        }
    }
}
