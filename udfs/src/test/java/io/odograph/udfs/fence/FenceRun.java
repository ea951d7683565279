// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.StateCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The detector over the records of one vehicle, with a restart before each of them. */
final class FenceRun {

    private final FenceBook book = new FenceBook();
    private final GeofenceDetector detector;
    private final List<BreachEdge> edges = new ArrayList<>();
    private GeofenceState state;
    private @Nullable VehicleProfile profile;

    FenceRun(Fence... fences) {
        this(FenceSettings.DEFAULTS, fences);
    }

    FenceRun(FenceSettings settings, Fence... fences) {
        detector = new GeofenceDetector(settings);
        state = detector.newState();
        for (Fence fence : fences) {
            book.put(fence);
        }
    }

    FenceBook book() {
        return book;
    }

    GeofenceState state() {
        return state;
    }

    FenceRun profile(VehicleProfile known) {
        profile = known;
        return this;
    }

    FenceRun drive(List<Telemetry> records) {
        for (Telemetry record : records) {
            expireBefore(record.receivedAt());
            state = StateCopy.of(state);
            detector.accept(state, record, record.receivedAt(), context(), edges::add);
        }
        return this;
    }

    FenceRun silence() {
        expireBefore(Detector.NO_DEADLINE);
        return this;
    }

    private void expireBefore(long receivedAt) {
        while (detector.deadline(state) < receivedAt) {
            detector.expire(state, detector.deadline(state), edges::add);
        }
    }

    List<BreachEdge> edges() {
        return edges;
    }

    /** Each edge in short: kind, fence, cause or reason, seconds since the start of drives. */
    List<String> told() {
        return edges.stream().map(FenceRun::line).toList();
    }

    private static String line(BreachEdge edge) {
        BreachFacts facts = edge.facts();
        BreachEnd reason = facts.endReason();
        long time = reason == null ? facts.start() : facts.end();
        boolean between = reason == null ? facts.startInterpolated() : facts.endInterpolated();
        return String.format(
                Locale.ROOT,
                "%s %s %s %s%.1f",
                edge.fenceId(),
                edge.kind(),
                reason == null || edge.kind() == BreachEdge.Kind.PASSAGE ? facts.cause() : reason,
                between ? "~" : "",
                (time - Drive.START) / 1e3);
    }

    private VehicleContext context() {
        return new VehicleContext() {
            @Override
            public @Nullable VehicleProfile profile() {
                return profile;
            }

            @Override
            public @Nullable Rule rule(String name, Telemetry record, long eventTime) {
                return null;
            }

            @Override
            public void readFences(
                    Sighting sighting, List<FenceTrack> tracks, List<FenceReading> readings) {
                book.read(sighting, tracks, readings);
            }
        };
    }
}
