// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

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

/** Shows the records of one vehicle to the detector of the jobs, with fences. */
final class Watcher implements VehicleContext {

    private final FenceBook book = new FenceBook();
    private final GeofenceDetector detector = new GeofenceDetector(FenceSettings.DEFAULTS);
    private final GeofenceState state = detector.newState();
    private final List<BreachEdge> edges = new ArrayList<>();

    Watcher(List<Fence> fences) {
        fences.forEach(book::put);
    }

    /** Edges that the record makes. */
    List<BreachEdge> see(Telemetry record) {
        edges.clear();
        detector.accept(state, record, record.receivedAt(), this, edges::add);
        return List.copyOf(edges);
    }

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

    /** What is not watched would be missed without anybody being told. */
    @Override
    public void count(String what) {
        throw new IllegalStateException(what);
    }
}
