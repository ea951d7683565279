// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.account.RecordCounter;
import io.odograph.udfs.Detector;
import io.odograph.udfs.clock.ClockOutput;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Takes what the vehicle clock decides: counts it, shows released records to the detector, and
 * emits its edges. One object per operator, so that no record costs a new one.
 *
 * @param <S> the detector's state
 * @param <E> the detector's edges
 */
final class EdgeEmitter<S, E> implements ClockOutput {

    private final Output<StreamRecord<E>> output;
    private final Detector<S, E> detector;
    private final KnownVehicle known;
    private final Consumer<E> edges = this::emit;
    private final StreamRecord<E> edge = new StreamRecord<>(null);
    private final StreamRecord<Telemetry> lateRecord = new StreamRecord<>(null);
    private final RecordCounter used;
    private final RecordCounter duplicates;
    private final RecordCounter late;
    private final RecordCounter clockSteps;

    private ClockState clock = new ClockState();
    private S state;
    private long releasedAt;
    private long emittedWatermark = Long.MIN_VALUE;

    EdgeEmitter(
            RuntimeContext context,
            Output<StreamRecord<E>> output,
            Detector<S, E> detector,
            KnownVehicle known) {
        this.output = output;
        this.detector = detector;
        this.known = known;
        this.state = detector.newState();
        used = RecordCounter.register(context, RecordAccount.USED, "numUsed");
        duplicates = RecordCounter.register(context, RecordAccount.DUPLICATE, "numDuplicates");
        late = RecordCounter.register(context, RecordAccount.LATE, "numLate");
        clockSteps = RecordCounter.register(context, "clock-steps", "numClockSteps");
    }

    /** Shows what follows to the detector with this vehicle's state. */
    EdgeEmitter<S, E> into(Tuple2<ClockState, S> vehicle) {
        clock = vehicle.f0;
        state = vehicle.f1;
        known.next();
        return this;
    }

    /** From now on no edge may have a timestamp at or before this. */
    void watermarkEmitted(long watermark) {
        emittedWatermark = watermark;
    }

    @Override
    public void released(Telemetry record, long at) {
        used.count();
        silentBefore(record.receivedAt());
        releasedAt = at;
        detector.accept(state, record, at, known, edges);
    }

    /** Tells the deadlines before a receive time: nothing was received until them. */
    void silentBefore(long receivedAt) {
        long deadline = detector.deadline(state);
        while (deadline < receivedAt) {
            silentUntil(deadline);
            deadline = detector.deadline(state);
        }
    }

    /** Tells the detector's next deadline. */
    void silentUntil(long deadline) {
        releasedAt = deadline;
        detector.expire(state, deadline, known, edges);
        if (detector.deadline(state) <= deadline) {
            throw new IllegalStateException(
                    detector.getClass().getName() + " does not move its deadline on");
        }
    }

    /** The current vehicle is forgotten. */
    void forget() {
        known.forget();
    }

    private void emit(E value) {
        // Not behind the watermark, nor behind the vehicle's last edge: before a restart the
        // watermark may have been further on.
        long notBefore = Math.max(emittedWatermark + 1, clock.lastEdgeAt);
        clock.lastEdgeAt = Math.max(releasedAt, notBefore);
        output.collect(edge.replace(value, clock.lastEdgeAt));
    }

    @Override
    public void duplicate(Telemetry record) {
        duplicates.count();
    }

    @Override
    public void late(Telemetry record) {
        late.count();
        if (detector.takesLate()) {
            silentBefore(record.receivedAt());
            releasedAt = clock.lastReceived;
            if (detector.acceptLate(state, record, releasedAt, known, edges)) {
                return;
            }
        }
        output.collect(VehicleOperator.LATE, lateRecord.replace(record, record.receivedAt()));
    }

    @Override
    public void clockStepped(Telemetry record) {
        clockSteps.count();
    }
}
