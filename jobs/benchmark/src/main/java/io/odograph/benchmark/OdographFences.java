// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.udfs.IntList;
import io.odograph.udfs.fence.FenceIndex;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.geo.Area;
import java.util.List;

/** Odograph's index as jobs use it. */
final class OdographFences extends FenceFinder {

    private final FenceIndex index = new FenceIndex();

    OdographFences(Area.Ring... fences) {
        super("Odograph");
        for (int i = 0; i < fences.length; i++) {
            put(i, fences[i]);
        }
    }

    /** Adds a fence or changes it. */
    void put(int fence, Area.Ring ring) {
        index.put(fence, new FenceShape(FenceShape.Kind.POLYGON, List.of(ring), 0));
    }

    @Override
    void find(int latitude, int longitude, IntList out) {
        index.containing(latitude, longitude, out);
    }
}
