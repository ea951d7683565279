// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.function.Consumer;

/**
 * Tells where a vehicle is, and nothing of fences: what comes before them where they are shared out
 * by cells. Stateless and thread-safe.
 */
public final class SightingDetector implements Detector<SightingTrack, Sighting> {

    private final FenceSettings settings;

    /** Creates a detector. */
    public SightingDetector(FenceSettings settings) {
        this.settings = settings;
    }

    @Override
    public SightingTrack newState() {
        return new SightingTrack();
    }

    @Override
    public void accept(
            SightingTrack state,
            Telemetry record,
            long releasedAt,
            VehicleContext context,
            Consumer<Sighting> sightings) {
        state.see(record, releasedAt, context, settings, sightings);
    }
}
