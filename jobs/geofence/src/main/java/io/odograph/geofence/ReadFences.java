// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.fence.FenceReading;
import io.odograph.udfs.fence.SightingPart;
import io.odograph.udfs.reference.VersionedBook;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Reads how sightings lie to the fences of a cell. Until the fences are read to where their topic
 * ended at the start, sightings wait: the watermark does not rise before. Key: cell.
 */
final class ReadFences extends KeyedCoProcessFunction<Long, CellSighting, CellFence, SightingPart> {

    private transient MapState<String, List<Fence>> fences;
    private transient ListState<CellSighting> waiting;
    private transient CellFences ready;
    private transient List<FenceReading> readings;

    @Override
    public void open(OpenContext context) {
        fences =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "fences",
                                        Types.STRING,
                                        Types.LIST(TypeInformation.of(Fence.class))));
        waiting =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "waiting", TypeInformation.of(CellSighting.class)));
        ready = new CellFences();
        readings = new ArrayList<>();
    }

    @Override
    public void processElement1(CellSighting sighting, Context context, Collector<SightingPart> out)
            throws Exception {
        if (FencesRead.isUnread(context.timerService())) {
            waiting.add(sighting);
            FencesRead.wake(context.timerService());
        } else {
            read(sighting, out);
        }
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<SightingPart> out)
            throws Exception {
        for (CellSighting sighting : waiting.get()) {
            read(sighting, out);
        }
        waiting.clear();
    }

    private void read(CellSighting sighting, Collector<SightingPart> out) throws Exception {
        readings.clear();
        ready.get(sighting.cell(), fences::entries).readNear(sighting.sighting(), readings);
        out.collect(
                new SightingPart(sighting.sighting(), sighting.parts(), readings, sighting.at()));
    }

    @Override
    public void processElement2(CellFence fence, Context context, Collector<SightingPart> out)
            throws Exception {
        ReferenceUpdate<Fence> update = fence.update();
        List<Fence> known = fences.get(update.id());
        List<Fence> before = known == null ? List.of() : known;
        List<Fence> now =
                update.value() == null
                        ? List.of()
                        : VersionedBook.merge(before, update.value(), FenceBook.MAX_VERSIONS);
        if (now.isEmpty()) {
            fences.remove(update.id());
        } else {
            fences.put(update.id(), now);
        }
        ready.changed(fence.cell(), update.id(), now);
    }
}
