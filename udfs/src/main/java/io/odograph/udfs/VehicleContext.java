// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs;

import io.odograph.udfs.driving.Journal;
import io.odograph.udfs.fence.FenceReading;
import io.odograph.udfs.fence.FenceTrack;
import io.odograph.udfs.fence.Sighting;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.RoadSpot;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a detector may ask about the vehicle whose records it is shown. */
public interface VehicleContext {

    /** Knows no vehicle and no rule. */
    VehicleContext NONE =
            new VehicleContext() {
                @Override
                public @Nullable VehicleProfile profile() {
                    return null;
                }

                @Override
                public @Nullable Rule rule(String detector, Telemetry record, long eventTime) {
                    return null;
                }
            };

    /** What is known of the vehicle beforehand, or null. */
    @Nullable VehicleProfile profile();

    /**
     * The rule in force for the vehicle, or null where none overrides the job's options.
     *
     * @param detector name of the detector, such as crash
     * @param record record whose tenant and device kind count
     * @param eventTime event time at which it must hold, ms
     */
    @Nullable Rule rule(String detector, Telemetry record, long eventTime);

    /**
     * The override of the road's limit in force at a place, or null where what the map says holds.
     *
     * @param spot where the record is on its road
     * @param record record whose tenant counts
     * @param eventTime event time at which it must hold, ms
     */
    default @Nullable LimitOverride limitOverride(RoadSpot spot, Telemetry record, long eventTime) {
        return null;
    }

    /**
     * Reads how a vehicle's way lies to the fences that are for it and in force at its end.
     *
     * @param sighting where the vehicle is
     * @param tracks fences that it may have to do with, which are read also where it is no longer
     *     inside of them
     * @param readings takes the readings, the fence of the highest priority first, then by id
     */
    default void readFences(
            Sighting sighting, List<FenceTrack> tracks, List<FenceReading> readings) {}

    /** Pages of the vehicle's last hours, for a detector that keeps some. */
    default Journal journal() {
        return Journal.NONE;
    }

    /**
     * Counts something for those who watch the job; no result depends on it.
     *
     * @param what name of the counter, such as numFixesMatched
     */
    default void count(String what) {}
}
