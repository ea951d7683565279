// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.Detector;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.clock.VehicleClock;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleBook;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorV2;
import org.apache.flink.streaming.api.operators.Input;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.MultipleInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Hosts the vehicle clock and a detector: key vehicle id, one state per vehicle, read and written
 * once per record, cleared when the vehicle was not heard of for the clock's retention. Vehicle
 * profiles come by an input of their own, rules by a broadcast one; attached by {@link
 * DetectEdges}.
 *
 * <p>An operator of its own rather than a process function, because it sets the timestamps of its
 * edges: the receive time at which the clock released the deciding record, and never behind the
 * watermark. So no edge is late for the pattern behind it, whatever other vehicles do. Timers are
 * for liveness alone; what they let out, the vehicle's next record would let out as well. Time is
 * that of telemetry: the watermarks of the other inputs do not count.
 *
 * @param <S> the detector's state
 * @param <E> the detector's edges
 */
public final class VehicleOperator<S, E> extends AbstractStreamOperatorV2<E>
        implements MultipleInputStreamOperator<E>, Triggerable<String, Integer> {

    /** Records that arrived after their place in the vehicle's time had passed. */
    public static final OutputTag<Telemetry> LATE =
            new OutputTag<>("late", TypeInformation.of(Telemetry.class));

    /** Name of the state: the clock's and the detector's, together. */
    public static final String STATE = "vehicle";

    private static final ValueStateDescriptor<VehicleProfile> PROFILE =
            new ValueStateDescriptor<>("profile", TypeInformation.of(VehicleProfile.class));

    private static final String TIMERS = "vehicle-timers";

    private final VehicleOperatorFactory<S, E> settings;
    private final VehicleClock clock;
    private final Detector<S, E> detector;

    private @Nullable RuleState rules;
    private ValueState<Tuple2<ClockState, S>> vehicle;
    private WakeUps wakeUps;
    private KnownVehicle known;
    private EdgeEmitter<S, E> emitter;

    VehicleOperator(StreamOperatorParameters<E> parameters, VehicleOperatorFactory<S, E> settings) {
        super(parameters, settings.references.inputs());
        this.settings = settings;
        this.clock = settings.clock;
        this.detector = settings.detector;
    }

    /** Telemetry, then profiles and rules where there are inputs of them. */
    @Override
    @SuppressWarnings("rawtypes") // as declared by Flink
    public List<Input> getInputs() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new OperatorInput<Telemetry, E>(this, 1, true, this::processRecord));
        if (settings.references.hasProfiles()) {
            inputs.add(
                    new OperatorInput<ReferenceUpdate<VehicleProfile>, E>(
                            this, 2, false, update -> known.learn(update)));
        }
        if (settings.references.hasRules()) {
            inputs.add(
                    new OperatorInput<ReferenceUpdate<Rule>, E>(
                            this, inputs.size() + 1, false, update -> rules.apply(update)));
        }
        return inputs;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        KeyedStateStore states = context.getKeyedStateStore();
        vehicle = states.getState(new ValueStateDescriptor<>(STATE, settings.stateType()));
        RuleBook book = new RuleBook();
        ValueState<VehicleProfile> profiles = null;
        if (settings.references.mayHaveRules()) {
            rules =
                    RuleState.restore(
                            context.getOperatorStateStore(),
                            settings.references.initialRules(),
                            getMetricGroup());
            book = rules.book();
        }
        if (settings.references.hasProfiles()) {
            profiles = states.getState(PROFILE);
        }
        known = new KnownVehicle(settings.references.detector(), profiles, book);
    }

    @Override
    public void open() throws Exception {
        super.open();
        wakeUps =
                new WakeUps(
                        getInternalTimerService(TIMERS, IntSerializer.INSTANCE, this),
                        clock.limits(),
                        settings.receiveDisorder);
        emitter = new EdgeEmitter<>(getRuntimeContext(), output, detector, known);
    }

    private void processRecord(Telemetry record) throws Exception {
        Tuple2<ClockState, S> state = vehicle.value();
        boolean isNew = state == null;
        if (isNew) {
            state = newVehicle();
        } else if (record.receivedAt() >= clock.forgetsAt(state.f0)) {
            // Decided by the vehicle's own record, so that it cannot depend on when a timer fired.
            letAllOut(state);
            state = newVehicle();
        }
        long wait = clock.nextDeadline(state.f0);
        clock.offer(state.f0, record, emitter.into(state));
        state.f0.lastHeard = Math.max(state.f0.lastReceived, wakeUps.streamTime());
        orderWakeUps(state, wait);
        vehicle.update(state);
        if (isNew) {
            wakeUps.orderForgetting(state.f0);
        }
    }

    @Override
    public void onEventTime(InternalTimer<String, Integer> timer) throws Exception {
        Tuple2<ClockState, S> state = vehicle.value();
        if (state == null) {
            return;
        }
        switch (timer.getNamespace()) {
            case WakeUps.WAIT_OVER -> waitIsOver(state, timer.getTimestamp());
            case WakeUps.SILENCE -> silenceMayBeOver(state, timer.getTimestamp());
            default -> mayBeForgotten(state, timer.getTimestamp());
        }
    }

    private void waitIsOver(Tuple2<ClockState, S> state, long time) throws Exception {
        if (time == state.f0.wakeAt) {
            long wait = clock.nextDeadline(state.f0);
            clock.advanceTo(state.f0, wait + 1, emitter.into(state));
            orderWakeUps(state, wait);
            vehicle.update(state);
        }
    }

    private void silenceMayBeOver(Tuple2<ClockState, S> state, long time) throws Exception {
        if (time == state.f0.silenceAt) {
            state.f0.silenceAt = 0;
            emitter.into(state);
            while (wakeUps.silenceDue(state.f0, detector.deadline(state.f1)) <= time) {
                emitter.silentUntil(detector.deadline(state.f1));
            }
            wakeUps.orderSilence(state.f0, detector.deadline(state.f1));
            vehicle.update(state);
        }
    }

    private void mayBeForgotten(Tuple2<ClockState, S> state, long time) throws Exception {
        if (wakeUps.clearsAt(state.f0) > time) {
            wakeUps.orderForgetting(state.f0);
        } else {
            // Only the watermark of the end of input comes here with anything that still waits.
            letAllOut(state);
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

    private void letAllOut(Tuple2<ClockState, S> state) {
        clock.advanceTo(state.f0, Long.MAX_VALUE, emitter.into(state));
        emitter.silentBefore(Detector.NO_DEADLINE);
        wakeUps.cancelSilence(state.f0);
    }

    private void orderWakeUps(Tuple2<ClockState, S> state, long orderedWait) {
        wakeUps.orderWait(state.f0, clock.nextDeadline(state.f0), orderedWait);
        wakeUps.orderSilence(state.f0, detector.deadline(state.f1));
    }
}
