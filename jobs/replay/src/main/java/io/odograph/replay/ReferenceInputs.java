// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.reference.GeofenceDecoder;
import io.odograph.common.reference.LimitOverrideDecoder;
import io.odograph.common.reference.ProfileDecoder;
import io.odograph.common.reference.ReferenceDecoder;
import io.odograph.common.reference.ReferenceFile;
import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.geofence.GeofenceJob;
import io.odograph.speeding.SpeedingJob;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.reference.Versioned;
import io.odograph.udfs.reference.VersionedBook;
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
 * @param geofences fences, or null
 */
record ReferenceInputs(
        @Nullable Path vehicles, @Nullable Path speedLimits, @Nullable Path geofences) {

    private interface Reader {
        List<Captured> read(Path file) throws IOException;
    }

    /**
     * What they hold.
     *
     * @param profiles vehicle profiles by vehicle id
     * @param limits overrides of speed limits
     * @param fences fences
     */
    record Content(
            Map<String, VehicleProfile> profiles,
            ReferenceSnapshot<LimitOverride> limits,
            ReferenceSnapshot<Fence> fences) {

        /** What a pipeline gets of them that knows roads and speed zones. */
        ReferenceStreams forSpeeding() {
            return ReferenceStreams.fixed(SpeedingJob.NAME, limits, fences, profiles);
        }

        /** What one gets that knows fences. */
        ReferenceStreams forGeofences() {
            return ReferenceStreams.fixed(
                    GeofenceJob.NAME, ReferenceSnapshot.none(), fences, profiles);
        }
    }

    /** Reads all; what is wrong with them is added to the problems. */
    Content read(List<String> problems) {
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
        List<LimitOverride> overrides =
                read(
                        "speed-limits",
                        speedLimits,
                        ReferenceFile::speedLimits,
                        new LimitOverrideDecoder(DecodeLimits.DEFAULT),
                        problems);
        List<Fence> fences =
                read(
                        "geofences",
                        geofences,
                        ReferenceFile::geofences,
                        new GeofenceDecoder(DecodeLimits.DEFAULT),
                        problems);
        return new Content(
                profiles,
                snapshot(
                        "speed-limits",
                        speedLimits,
                        overrides,
                        new LimitOverrideBook(),
                        "overrides",
                        problems),
                snapshot("geofences", geofences, fences, new FenceBook(), "fences", problems));
    }

    private static <T extends Versioned> ReferenceSnapshot<T> snapshot(
            String what,
            @Nullable Path file,
            List<T> values,
            VersionedBook<T> book,
            String ofWhat,
            List<String> problems) {
        if (!values.stream().allMatch(book::put)) {
            problems.add(what + " " + file + ": holds more than " + book.capacity() + " " + ofWhat);
        }
        return new ReferenceSnapshot<>(String.valueOf(file), values, Map.of());
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
