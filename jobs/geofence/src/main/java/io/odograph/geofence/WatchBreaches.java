// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachWatch;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.fence.FenceReading;
import io.odograph.udfs.fence.Sighting;
import io.odograph.udfs.fence.SightingPart;
import io.odograph.udfs.fence.SightingParts;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Puts the sightings of a vehicle in order again, adds the fences that are no matter of cells, and
 * tells breaches and visits. Key: vehicle id.
 */
final class WatchBreaches
        extends KeyedBroadcastProcessFunction<
                String, SightingPart, ReferenceUpdate<Fence>, BreachEdge> {

    /** Fences that every subtask has whole, by id, in their versions. */
    static final MapStateDescriptor<String, List<Fence>> EVERYWHERE =
            new MapStateDescriptor<>(
                    "fences", Types.STRING, Types.LIST(TypeInformation.of(Fence.class)));

    private final BreachWatch watch;
    private final long forgetAfter;

    private transient ValueState<WatchState> states;
    private transient FenceBook book;
    private transient boolean restored;
    private transient VehicleContext counts;
    private transient Counter refused;

    /**
     * Creates a watch.
     *
     * @param watch tells breaches
     * @param forgetAfter time of the stream after which nothing can come any more of a vehicle that
     *     has been silent for long, ms
     */
    WatchBreaches(BreachWatch watch, long forgetAfter) {
        this.watch = watch;
        this.forgetAfter = forgetAfter;
    }

    @Override
    public void open(OpenContext context) {
        states =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "watch", TypeInformation.of(WatchState.class)));
        book = new FenceBook();
        refused =
                getRuntimeContext()
                        .getMetricGroup()
                        .addGroup("reference")
                        .counter("numFencesRefused");
        counts = new Counts(getRuntimeContext().getMetricGroup());
    }

    @Override
    public void processElement(
            SightingPart part, ReadOnlyContext context, Collector<BreachEdge> out)
            throws Exception {
        restore(context.getBroadcastState(EVERYWHERE));
        WatchState state = states.value();
        if (state == null) {
            state = new WatchState();
        }
        state.parts.take(part);
        state.latestAt = Math.max(state.latestAt, part.at());
        if (FencesRead.isUnread(context.timerService())) {
            FencesRead.wake(context.timerService());
        } else {
            release(state, out);
            await(state, context.timerService());
        }
        long now = Math.min(context.timerService().currentWatermark(), Long.MAX_VALUE / 2);
        state.lastHeard = Math.max(state.lastHeard, Math.max(part.sighting().receivedAt(), now));
        if (state.wakeAt == 0) {
            state.wakeAt = state.lastHeard + forgetAfter;
            context.timerService().registerEventTimeTimer(state.wakeAt);
        }
        states.update(state);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<BreachEdge> out)
            throws Exception {
        WatchState state = states.value();
        if (state == null) {
            return;
        }
        restore(context.getBroadcastState(EVERYWHERE));
        if (state.awaited != null && time >= state.skipAt) {
            releaseThrough(state.awaited, state, out);
            state.awaited = null;
        }
        release(state, out);
        await(state, context.timerService());
        if (time == state.wakeAt) {
            long due = state.lastHeard + forgetAfter;
            if (due <= time) {
                releaseThrough(SightingParts.Place.END, state, out);
                endAll(state, out);
                states.clear();
                return;
            }
            state.wakeAt = due;
            context.timerService().registerEventTimeTimer(due);
        }
        states.update(state);
    }

    /** Those before what waits have come when time has: their timestamps are no later. */
    private static void await(WatchState state, TimerService timers) {
        if (state.parts.isWaiting() && state.awaited == null) {
            state.awaited = state.parts.last();
            state.skipAt = state.latestAt;
            timers.registerEventTimeTimer(state.skipAt);
        }
    }

    private void releaseThrough(
            SightingParts.Place last, WatchState state, Collector<BreachEdge> out) {
        state.parts.releaseThrough(
                last,
                () -> endAll(state, out),
                (sighting, readings) -> accept(state, sighting, readings, out));
    }

    private void release(WatchState state, Collector<BreachEdge> out) {
        state.parts.release((sighting, readings) -> accept(state, sighting, readings, out));
    }

    private void accept(
            WatchState state,
            Sighting sighting,
            List<FenceReading> readings,
            Collector<BreachEdge> out) {
        while (watch.deadline(state.vehicle) < sighting.receivedAt()) {
            watch.expire(state.vehicle, watch.deadline(state.vehicle), out::collect);
        }
        book.read(sighting, state.vehicle.tracks, readings);
        readings.sort(FenceReading.ORDER);
        watch.accept(state.vehicle, sighting, readings, counts, out::collect);
    }

    /** All that is open ends in silence. */
    private void endAll(WatchState state, Collector<BreachEdge> out) {
        while (watch.deadline(state.vehicle) != Detector.NO_DEADLINE) {
            watch.expire(state.vehicle, watch.deadline(state.vehicle), out::collect);
        }
    }

    @Override
    public void processBroadcastElement(
            ReferenceUpdate<Fence> update, Context context, Collector<BreachEdge> out)
            throws Exception {
        var state = context.getBroadcastState(EVERYWHERE);
        restore(state);
        Fence fence = update.value();
        if (fence == null) {
            book.withdraw(update.id());
            state.remove(update.id());
        } else if (book.put(fence)) {
            state.put(update.id(), book.versions(update.id()));
        } else {
            refused.inc();
        }
    }

    /** State of before the start can only be read with the first record. */
    private void restore(@Nullable ReadOnlyBroadcastState<String, List<Fence>> state)
            throws Exception {
        if (!restored && state != null) {
            for (Map.Entry<String, List<Fence>> fence : state.immutableEntries()) {
                fence.getValue().forEach(book::put);
            }
            restored = true;
        }
    }
}
