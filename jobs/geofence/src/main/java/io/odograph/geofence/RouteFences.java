// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceCells;
import java.util.TreeSet;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends each version of a fence to the cells that it or an earlier version may touch, so that those
 * know when the earlier one ends; those that are no matter of cells to {@link #EVERYWHERE}. Key:
 * fence id.
 */
final class RouteFences extends KeyedProcessFunction<String, ReferenceUpdate<Fence>, CellFence> {

    /** Fences that every watch must have whole. */
    static final OutputTag<ReferenceUpdate<Fence>> EVERYWHERE =
            new OutputTag<>(
                    "everywhere", TypeInformation.of(new TypeHint<ReferenceUpdate<Fence>>() {}));

    private transient ValueState<FenceRoute> routes;

    @Override
    public void open(OpenContext context) {
        routes =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "route", TypeInformation.of(FenceRoute.class)));
    }

    @Override
    public void processElement(
            ReferenceUpdate<Fence> update, Context context, Collector<CellFence> out)
            throws Exception {
        FenceRoute route = routes.value();
        if (route == null) {
            route = new FenceRoute();
        }
        Fence fence = update.value();
        if (fence != null) {
            add(fence, route);
        }
        for (long cell : route.cells) {
            out.collect(new CellFence(cell, update));
        }
        if (route.everywhere) {
            context.output(EVERYWHERE, update);
        }
        if (fence == null) {
            routes.clear();
        } else {
            routes.update(route);
        }
    }

    private static void add(Fence fence, FenceRoute route) {
        if (!FenceCells.isLocal(fence)) {
            route.everywhere = true;
            return;
        }
        TreeSet<Long> cells = new TreeSet<>();
        for (long cell : route.cells) {
            cells.add(cell);
        }
        FenceCells.ofFence(fence, cells::add);
        route.cells = cells.stream().mapToLong(Long::longValue).toArray();
    }
}
