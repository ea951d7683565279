// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.fence.FenceReading;
import io.odograph.udfs.fence.FenceSettings;
import io.odograph.udfs.fence.FenceTrack;
import io.odograph.udfs.fence.GeofenceDetector;
import io.odograph.udfs.fence.GeofenceState;
import io.odograph.udfs.fence.Sighting;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the detector alone says, without a job around it. */
final class Detected {

    private final GeofenceDetector detector = new GeofenceDetector(FenceSettings.DEFAULTS);
    private final FenceBook book = new FenceBook();

    Detected(Fence... fences) {
        for (Fence fence : fences) {
            book.put(fence);
        }
    }

    /** The edges of the records of one vehicle, in order. */
    static List<BreachEdge> edges(List<Telemetry> records, Fence... fences) {
        Detected detected = new Detected(fences);
        return detected.goOn(detected.detector.newState(), records);
    }

    GeofenceState newState() {
        return detector.newState();
    }

    /** The edges of more records. */
    List<BreachEdge> goOn(GeofenceState state, List<Telemetry> records) {
        List<BreachEdge> edges = new ArrayList<>();
        for (Telemetry record : records) {
            while (detector.deadline(state) < record.receivedAt()) {
                detector.expire(state, detector.deadline(state), edges::add);
            }
            accept(state, record, edges);
        }
        return edges;
    }

    void accept(GeofenceState state, Telemetry record, List<BreachEdge> edges) {
        detector.accept(state, record, record.receivedAt(), context(), edges::add);
    }

    private VehicleContext context() {
        return new VehicleContext() {
            @Override
            public @Nullable VehicleProfile profile() {
                return null;
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
