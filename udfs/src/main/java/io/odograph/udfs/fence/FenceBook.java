// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VersionedBook;
import io.odograph.udfs.road.LimitOverride;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fences, small enough in number for every subtask to have all, and how vehicles lie to them.
 * Several versions of each are kept, so that a new one holds from its effective time in each
 * vehicle's own time, whenever it came. Not thread-safe.
 */
public final class FenceBook extends VersionedBook<Fence> {

    /** Fences that are kept; bounds the state that every subtask has a copy of. */
    public static final int MAX_FENCES = 10_000;

    /** Versions that are kept of each. */
    public static final int MAX_VERSIONS = 4;

    private final FenceReader reader = new FenceReader();
    private final SpeedZones speedZones = new SpeedZones();

    /** An empty book. */
    public FenceBook() {
        super(MAX_FENCES, MAX_VERSIONS);
    }

    @Override
    protected void changed(String id, List<Fence> before, List<Fence> after) {
        reader.put(id, after);
        speedZones.put(id, after);
    }

    /** Reads how a vehicle's way lies to them; see {@link FenceReader#read}. */
    public void read(Sighting sighting, List<FenceTrack> tracks, List<FenceReading> readings) {
        reader.read(sighting, tracks, readings);
    }

    /** Whether any of them is a speed zone. */
    public boolean hasSpeedZones() {
        return !speedZones.isEmpty();
    }

    /**
     * The limit of the speed zone that holds for a vehicle at a place, or null: of several that of
     * the highest priority, then of the smaller id.
     *
     * @param latitude 1e-7 degrees
     * @param longitude 1e-7 degrees
     * @param vehicleId the vehicle
     * @param tenantId its customer, or null
     * @param fleetId its fleet, or null
     * @param vehicleClass its class
     * @param time event time, ms
     */
    public @Nullable LimitOverride speedZone(
            int latitude,
            int longitude,
            String vehicleId,
            @Nullable String tenantId,
            @Nullable String fleetId,
            VehicleClass vehicleClass,
            long time) {
        return speedZones.inForce(
                latitude, longitude, vehicleId, tenantId, fleetId, vehicleClass, time);
    }
}
