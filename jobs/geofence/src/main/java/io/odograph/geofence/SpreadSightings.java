// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.FenceCells;
import io.odograph.udfs.fence.Sighting;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Sends each sighting to the cells in which fences may be near: one, mostly. */
final class SpreadSightings extends ProcessFunction<Sighting, CellSighting> {

    @Override
    public void processElement(Sighting sighting, Context context, Collector<CellSighting> out) {
        List<Long> cells = new ArrayList<>(4);
        FenceCells.ofWay(sighting.fix().way(), cells::add);
        for (int i = 0; i < cells.size(); i++) {
            out.collect(
                    new CellSighting(cells.get(i), cells.size(), sighting, context.timestamp()));
        }
    }
}
