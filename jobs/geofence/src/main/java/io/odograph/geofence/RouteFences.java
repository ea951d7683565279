// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.fence.FenceCells;
import io.odograph.udfs.reference.VersionedBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * Sends each version of a fence to the cells that any of the kept versions may touch, so that those
 * know when theirs ends; those that are no matter of cells to {@link #EVERYWHERE}. A cell that none
 * of them touches forgets the fence. Key: fence id.
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
        if (update.value() != null) {
            add(update, route, context, out);
            routes.update(route);
            return;
        }
        for (long cell : route.cells) {
            out.collect(new CellFence(cell, update));
        }
        if (route.everywhere) {
            context.output(EVERYWHERE, update);
        }
        routes.clear();
    }

    private static void add(
            ReferenceUpdate<Fence> update,
            FenceRoute route,
            Context context,
            Collector<CellFence> out) {
        List<Fence> versions =
                VersionedBook.merge(route.versions, update.value(), FenceBook.MAX_VERSIONS);
        if (versions == route.versions) {
            return;
        }
        boolean everywhere = false;
        TreeSet<Long> cells = new TreeSet<>();
        for (Fence version : versions) {
            if (FenceCells.isLocal(version)) {
                FenceCells.ofFence(version, cells::add);
            } else {
                everywhere = true;
            }
        }
        boolean full = versions.size() == FenceBook.MAX_VERSIONS;
        for (long cell : route.cells) {
            if (cells.contains(cell) || !full) {
                cells.add(cell);
                out.collect(new CellFence(cell, update));
            } else {
                out.collect(new CellFence(cell, new ReferenceUpdate<>(update.id(), null)));
            }
        }
        for (long cell : cells) {
            if (Arrays.binarySearch(route.cells, cell) < 0) {
                updates(versions).forEach(each -> out.collect(new CellFence(cell, each)));
            }
        }
        if (everywhere || (route.everywhere && !full)) {
            everywhere = true;
            (route.everywhere ? List.of(update) : updates(versions))
                    .forEach(each -> context.output(EVERYWHERE, each));
        } else if (route.everywhere) {
            context.output(EVERYWHERE, new ReferenceUpdate<>(update.id(), null));
        }
        route.cells = cells.stream().mapToLong(Long::longValue).toArray();
        route.everywhere = everywhere;
        route.versions = versions;
    }

    /** Who has known none of the versions needs all of them: a higher one may have come before. */
    private static List<ReferenceUpdate<Fence>> updates(List<Fence> highestFirst) {
        List<ReferenceUpdate<Fence>> updates = new ArrayList<>();
        for (Fence version : highestFirst) {
            updates.add(0, new ReferenceUpdate<>(version.id(), version));
        }
        return updates;
    }
}
