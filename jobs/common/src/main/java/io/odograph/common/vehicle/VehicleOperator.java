// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
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
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Hosts the vehicle clock and a detector: key vehicle id, one state per vehicle. What happens to a
 * vehicle is in {@link VehicleHost}; here are its inputs, state and timers. Vehicle profiles come
 * by an input of their own, rules, overrides of speed limits and fences by broadcast ones; attached
 * by {@link DetectEdges}.
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

    /** Records that came after their place in the vehicle's time, and too late to be used. */
    public static final OutputTag<Telemetry> LATE =
            new OutputTag<>("late", TypeInformation.of(Telemetry.class));

    /** Name of the state: the clock's and the detector's, together. */
    public static final String STATE = "vehicle";

    private static final String TIMERS = "vehicle-timers";

    private final VehicleOperatorFactory<S, E> settings;

    private ReferenceBooks books;
    private ValueState<Tuple2<ClockState, S>> vehicle;
    private KnownVehicle known;
    private EdgeEmitter<S, E> emitter;
    private VehicleHost<S, E> host;
    private boolean atEndOfTime;

    VehicleOperator(StreamOperatorParameters<E> parameters, VehicleOperatorFactory<S, E> settings) {
        super(parameters, settings.references.inputs());
        this.settings = settings;
    }

    /** Telemetry, then profiles, rules, speed limits and fences where there are inputs of them. */
    @Override
    @SuppressWarnings("rawtypes") // as declared by Flink
    public List<Input> getInputs() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(
                new OperatorInput<Telemetry, E>(
                        this, 1, true, record -> host.processRecord(record)));
        if (settings.references.hasProfiles()) {
            inputs.add(
                    new OperatorInput<ReferenceUpdate<VehicleProfile>, E>(
                            this, 2, false, update -> known.learn(update)));
        }
        if (settings.references.hasRules()) {
            inputs.add(
                    new OperatorInput<ReferenceUpdate<Rule>, E>(
                            this, inputs.size() + 1, false, update -> books.rule(update)));
        }
        if (settings.references.hasLimits()) {
            inputs.add(
                    new OperatorInput<ReferenceUpdate<LimitOverride>, E>(
                            this, inputs.size() + 1, false, update -> books.limit(update)));
        }
        if (settings.references.hasFences()) {
            inputs.add(
                    new OperatorInput<ReferenceUpdate<Fence>, E>(
                            this, inputs.size() + 1, false, update -> books.fence(update)));
        }
        return inputs;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        KeyedStateStore states = context.getKeyedStateStore();
        vehicle = states.getState(new ValueStateDescriptor<>(STATE, settings.stateType()));
        VehicleOperatorFactory.References references = settings.references;
        books =
                ReferenceBooks.restore(
                        context.getOperatorStateStore(), references, getMetricGroup());
        known =
                new KnownVehicle(
                        references.detector(),
                        references.profiles(states, () -> (String) getCurrentKey()),
                        books,
                        settings.detector.takesLate() ? new KeyedJournal(states) : null,
                        getMetricGroup());
    }

    @Override
    public void open() throws Exception {
        super.open();
        settings.detector.open();
        WakeUps wakeUps =
                new WakeUps(
                        getInternalTimerService(TIMERS, IntSerializer.INSTANCE, this),
                        settings.clock.limits(),
                        settings.receiveDisorder);
        emitter = new EdgeEmitter<>(getRuntimeContext(), output, settings.detector, known);
        host = new VehicleHost<>(settings.clock, settings.detector, emitter, wakeUps, vehicle);
    }

    @Override
    public void onEventTime(InternalTimer<String, Integer> timer) throws Exception {
        host.wakeUp(timer.getNamespace(), timer.getTimestamp());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, Integer> timer) {
        throw new IllegalStateException("No processing-time timer is ever registered");
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        emitter.watermarkEmitted(mark.getTimestamp());
        atEndOfTime = mark.equals(Watermark.MAX_WATERMARK);
    }

    /** Flink lets no watermark of an idle source through, not even the last one of a drain. */
    @Override
    public void finish() throws Exception {
        if (!atEndOfTime) {
            output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
            processWatermark(Watermark.MAX_WATERMARK);
        }
        super.finish();
    }
}
