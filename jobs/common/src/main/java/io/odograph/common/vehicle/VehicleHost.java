// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.udfs.Detector;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.clock.VehicleClock;
import io.odograph.udfs.telemetry.Telemetry;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.java.tuple.Tuple2;

/**
 * The current vehicle in its clock and its detector. Its one state is read and written once per
 * record, and cleared when the vehicle was not heard of for the clock's retention.
 *
 * @param <S> the detector's state
 * @param <E> the detector's edges
 */
final class VehicleHost<S, E> {

    private final VehicleClock clock;
    private final Detector<S, E> detector;
    private final EdgeEmitter<S, E> emitter;
    private final WakeUps wakeUps;
    private final ValueState<Tuple2<ClockState, S>> vehicle;

    VehicleHost(
            VehicleClock clock,
            Detector<S, E> detector,
            EdgeEmitter<S, E> emitter,
            WakeUps wakeUps,
            ValueState<Tuple2<ClockState, S>> vehicle) {
        this.clock = clock;
        this.detector = detector;
        this.emitter = emitter;
        this.wakeUps = wakeUps;
        this.vehicle = vehicle;
    }

    /** Takes the vehicle's next record, in the order of arrival. */
    void processRecord(Telemetry record) throws Exception {
        Tuple2<ClockState, S> state = vehicle.value();
        boolean isNew = state == null;
        if (isNew) {
            state = newVehicle(ClockState.NEVER);
        } else if (record.receivedAt() >= clock.forgetsAt(state.f0)) {
            // Decided by the vehicle's own record, so that it cannot depend on when a timer fired.
            letAllOut(state);
            emitter.forget();
            state = newVehicle(state.f0.lastEdgeAt);
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

    /**
     * A timer of the vehicle has come.
     *
     * @param what what it was ordered for, as in {@link WakeUps}
     * @param time the time for which it was ordered
     */
    void wakeUp(int what, long time) throws Exception {
        Tuple2<ClockState, S> state = vehicle.value();
        if (state == null) {
            return;
        }
        switch (what) {
            case WakeUps.WAIT_OVER -> waitIsOver(state, time);
            case WakeUps.SILENCE -> silenceMayBeOver(state, time);
            default -> mayBeForgotten(state, time);
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
            // Something may still wait, not at the end of input alone: where the watermark leaps
            // over the retention, the waits behind the first are counted from where it leapt to.
            letAllOut(state);
            emitter.forget();
            vehicle.clear();
        }
    }

    /** Forgetting a vehicle must not let its edges fall behind those it already had. */
    private Tuple2<ClockState, S> newVehicle(long lastEdgeAt) {
        ClockState state = new ClockState();
        state.lastEdgeAt = lastEdgeAt;
        return Tuple2.of(state, detector.newState());
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
