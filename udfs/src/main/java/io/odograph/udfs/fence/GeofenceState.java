// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.motion.MotionTrack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a vehicle and its fences. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class GeofenceState {

    /** Fences that are remembered at most, of which a vehicle is inside of or must keep in. */
    public static final int MAX_TRACKS = 64;

    /** Where the vehicle is; empty where that is kept elsewhere. */
    public SightingTrack sightings = new SightingTrack();

    /** Fences that matter to it now, by id. */
    public List<FenceTrack> tracks = new ArrayList<>();

    /** The vehicle; here because silence is told without a record. */
    public String vehicleId = "";

    /** What held last where a fence states nothing. */
    public FenceThresholds thresholds = FenceThresholds.DEFAULTS;

    /** Rule that these come from, or null. */
    public @Nullable String ruleVersion;

    /** Latest receive time of a sighting, ms. */
    public long lastReceived;

    /** Event time of the last sighting, ms, or {@link MotionTrack#NEVER} before the first one. */
    public long lastTime = MotionTrack.NEVER;

    /** Where that was, 1e-7 degrees. */
    public int latitude;

    /** Where that was, 1e-7 degrees. */
    public int longitude;

    /** How often the device has set its clock back. */
    public int clockSteps;

    /** What holds of a fence. */
    FenceThresholds thresholds(FenceTrack track) {
        return track.terms.thresholds().orElse(thresholds);
    }

    /** Whether anything is open. */
    boolean isOpen() {
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).breach != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where the track of a fence is among them, or as {@link java.util.Collections#binarySearch}.
     */
    int find(String fenceId) {
        int low = 0;
        int high = tracks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = tracks.get(middle).terms.id().compareTo(fenceId);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    void moveBack(long millis) {
        clockSteps++;
        lastTime -= lastTime == MotionTrack.NEVER ? 0 : millis;
        tracks.forEach(track -> track.moveBack(millis));
    }
}
