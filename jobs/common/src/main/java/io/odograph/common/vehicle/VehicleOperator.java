// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.udfs.Detector;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.clock.VehicleClock;
import io.odograph.udfs.telemetry.Telemetry;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.typeutils.TupleTypeInfo;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Hosts the vehicle clock and a detector: key vehicle id, one state per vehicle, read and written
 * once per record, cleared when the vehicle was not heard of for the clock's retention.
 *
 * <p>An operator of its own rather than a process function, because it sets the timestamps of its
 * edges: the receive time at which the clock released the deciding record, and never behind the
 * watermark. So no edge is late for the pattern behind it, whatever other vehicles do. Timers are
 * for liveness alone; what they let out, the vehicle's next record would let out as well.
 *
 * @param <S> the detector's state
 * @param <E> the detector's edges
 */
public final class VehicleOperator<S, E> extends AbstractStreamOperator<E>
        implements OneInputStreamOperator<Telemetry, E>, Triggerable<String, Integer> {

    /** Records that arrived after their place in the vehicle's time had passed. */
    public static final OutputTag<Telemetry> LATE =
            new OutputTag<>("late", TypeInformation.of(Telemetry.class));

    /** Name of the state: the clock's and the detector's, together. */
    public static final String STATE = "vehicle";

    private static final String TIMERS = "vehicle-timers";

    /** Timer namespaces: part of the savepoint, never renumbered. */
    private static final int WAIT_OVER = 0;

    private static final int FORGET = 1;

    private final VehicleClock clock;
    private final long receiveDisorder;
    private final Detector<S, E> detector;
    private final TypeInformation<S> detectorState;

    private transient ValueState<Tuple2<ClockState, S>> vehicle;
    private transient InternalTimerService<Integer> timers;
    private transient EdgeEmitter<S, E> emitter;

    /**
     * Creates the operator.
     *
     * @param clock the vehicle clock
     * @param receiveDisorder how far receive times may fall back within the input, ms; timers wait
     *     so much longer than the clock asks, so that they never come before a record that counts
     * @param detector the detector
     * @param detectorState type of the detector's state
     */
    public VehicleOperator(
            VehicleClock clock,
            long receiveDisorder,
            Detector<S, E> detector,
            TypeInformation<S> detectorState) {
        this.clock = clock;
        this.receiveDisorder = receiveDisorder;
        this.detector = detector;
        this.detectorState = detectorState;
    }

    @Override
    public void open() throws Exception {
        super.open();
        vehicle =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        STATE,
                                        new TupleTypeInfo<>(
                                                TypeInformation.of(ClockState.class),
                                                detectorState)));
        timers = getInternalTimerService(TIMERS, IntSerializer.INSTANCE, this);
        emitter = new EdgeEmitter<>(getRuntimeContext(), output, detector);
    }

    @Override
    public void processElement(StreamRecord<Telemetry> element) throws Exception {
        Telemetry record = element.getValue();
        Tuple2<ClockState, S> state = vehicle.value();
        boolean isNew = state == null;
        if (isNew) {
            state = newVehicle();
        } else if (record.receivedAt() >= clock.forgetsAt(state.f0)) {
            // Decided by the vehicle's own record, so that it cannot depend on when a timer fired.
            clock.advanceTo(state.f0, Long.MAX_VALUE, emitter.into(state));
            state = newVehicle();
        }
        long deadline = clock.nextDeadline(state.f0);
        clock.offer(state.f0, record, emitter.into(state));
        state.f0.lastHeard = Math.max(state.f0.lastReceived, streamTime());
        orderWakeUp(state.f0, deadline);
        vehicle.update(state);
        if (isNew) {
            timers.registerEventTimeTimer(FORGET, clearsAt(state.f0));
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, Integer> timer) throws Exception {
        Tuple2<ClockState, S> state = vehicle.value();
        if (state == null) {
            return;
        }
        if (timer.getNamespace() == WAIT_OVER) {
            if (timer.getTimestamp() == state.f0.wakeAt) {
                long deadline = clock.nextDeadline(state.f0);
                clock.advanceTo(state.f0, deadline + 1, emitter.into(state));
                orderWakeUp(state.f0, deadline);
                vehicle.update(state);
            }
        } else if (clearsAt(state.f0) > timer.getTimestamp()) {
            timers.registerEventTimeTimer(FORGET, clearsAt(state.f0));
        } else {
            // Only the watermark of the end of input comes here with records that still wait.
            clock.advanceTo(state.f0, Long.MAX_VALUE, emitter.into(state));
            vehicle.clear();
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, Integer> timer) {
        throw new IllegalStateException("No processing-time timer is ever registered");
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        emitter.watermarkEmitted(mark.getTimestamp());
    }

    private Tuple2<ClockState, S> newVehicle() {
        return Tuple2.of(new ClockState(), detector.newState());
    }

    /**
     * Where the watermark is ahead of the vehicle, as when others run ahead or history is read
     * beside the present, a wait lasts as long from there: others must not shorten it.
     */
    private void orderWakeUp(ClockState state, long ordered) {
        long deadline = clock.nextDeadline(state);
        if (deadline == Long.MAX_VALUE) {
            state.wakeAt = ClockState.NEVER;
        } else if (deadline != ordered) {
            long wait = streamTime() + clock.limits().maxWait();
            state.wakeAt = Math.max(deadline, wait) + receiveDisorder + 1;
            timers.registerEventTimeTimer(WAIT_OVER, state.wakeAt);
        }
    }

    /**
     * The watermark; that of the end of input is brought down so that sums with it do not overflow.
     */
    private long streamTime() {
        return Math.min(timers.currentWatermark(), Long.MAX_VALUE / 2);
    }

    private long clearsAt(ClockState state) {
        return state.lastHeard + clock.limits().retention() + receiveDisorder;
    }
}
