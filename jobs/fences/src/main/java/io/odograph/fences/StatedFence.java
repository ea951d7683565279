// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import io.odograph.schemas.Geofence;
import io.odograph.udfs.fence.FenceFault;
import io.odograph.udfs.fence.FenceShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fence as a file states it, checked.
 *
 * @param place where it stands, for people, such as {@code feature 3 (yard)}
 * @param record its contract, or null where what stands there is none
 * @param shape its shape, or null where there are faults
 * @param faults what is wrong with it; empty where it can be used
 * @param notes what was left out
 */
record StatedFence(
        String place,
        @Nullable Geofence record,
        @Nullable FenceShape shape,
        List<FenceFault> faults,
        List<String> notes) {

    /** Copies the lists. */
    StatedFence {
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }

    /** What stands there but cannot be read. */
    static StatedFence unreadable(String place, List<FenceFault> faults) {
        return new StatedFence(place, null, null, faults, List.of());
    }
}
