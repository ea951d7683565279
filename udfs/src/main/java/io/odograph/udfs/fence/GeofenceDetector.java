// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reduces telemetry to the edges of breaches of fences and of visits to them. A vehicle that keeps
 * to its fences and visits none has no edges.
 *
 * <p>Each copy serves one thread. What it tells depends on the state and the fences alone.
 */
public final class GeofenceDetector implements Detector<GeofenceState, BreachEdge> {

    /** Name of this detector. */
    public static final String NAME = "geofence";

    private final FenceSettings settings;
    private final BreachWatch watch;

    private transient @Nullable List<FenceReading> readings;

    /** Creates a detector. */
    public GeofenceDetector(FenceSettings settings) {
        this.settings = settings;
        this.watch = new BreachWatch(settings);
    }

    @Override
    public GeofenceState newState() {
        return new GeofenceState();
    }

    @Override
    public void accept(
            GeofenceState state,
            Telemetry record,
            long releasedAt,
            VehicleContext context,
            Consumer<BreachEdge> edges) {
        state.sightings.see(
                record,
                releasedAt,
                context,
                settings,
                sighting -> watch(state, sighting, context, edges));
    }

    private void watch(
            GeofenceState state,
            Sighting sighting,
            VehicleContext context,
            Consumer<BreachEdge> edges) {
        List<FenceReading> read = readings;
        if (read == null) {
            read = new ArrayList<>();
            readings = read;
        }
        read.clear();
        context.readFences(sighting, state.tracks, read);
        watch.accept(state, sighting, read, context, edges);
    }

    @Override
    public long deadline(GeofenceState state) {
        return watch.deadline(state);
    }

    @Override
    public void expire(GeofenceState state, long deadline, Consumer<BreachEdge> edges) {
        watch.expire(state, deadline, edges);
    }
}
