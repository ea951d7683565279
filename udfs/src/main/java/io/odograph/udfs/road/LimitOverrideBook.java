// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VersionedBook;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overrides of limits, and which of them is in force on a road at an event time.
 *
 * <p>Of an override the highest version alone counts, also for times before it came: its effective
 * time is that of the road, so that works that end earlier than first announced do end; and
 * compaction keeps no other version on the topic.
 *
 * <p>Of several that hold at once, the first in this order is the answer:
 *
 * <ol>
 *   <li>works, school zones and other reasons before corrections: they stand on top of what the map
 *       should say;
 *   <li>those of a tenant before those for all: it knows better what is in its own yard;
 *   <li>those that name the way before those of an area alone, which may cover other roads too;
 *   <li>the lowest limit, as with signs, those for some vehicle classes among them; no limit behind
 *       every limit, and last what is not known;
 *   <li>the smaller id.
 * </ol>
 *
 * <p>So what is in force depends on which versions were put, never on their order. Not thread-safe.
 */
public final class LimitOverrideBook extends VersionedBook<LimitOverride> {

    /** Overrides that are kept; bounds the state that every subtask has a copy of. */
    public static final int MAX_OVERRIDES = 10_000;

    /** Made when it is asked, since at the start thousands come one after the other. */
    private @Nullable LimitOverrideIndex index;

    /** An empty book. */
    public LimitOverrideBook() {
        super(MAX_OVERRIDES, 1);
    }

    /**
     * The override in force, or null.
     *
     * @param spot where
     * @param vehicleClass class of the vehicle
     * @param tenantId its tenant, or null
     * @param eventTime event time, ms
     */
    public @Nullable LimitOverride inForce(
            RoadSpot spot, VehicleClass vehicleClass, @Nullable String tenantId, long eventTime) {
        if (isEmpty()) {
            return null;
        }
        LimitOverrideIndex current = index;
        if (current == null) {
            List<LimitOverride> overrides = new ArrayList<>(size());
            all().forEach(versions -> overrides.add(versions.get(0)));
            current = new LimitOverrideIndex(overrides);
            index = current;
        }
        return current.inForce(spot, vehicleClass, tenantId, eventTime);
    }

    @Override
    protected void changed(String id, List<LimitOverride> before, List<LimitOverride> after) {
        index = null;
    }
}
