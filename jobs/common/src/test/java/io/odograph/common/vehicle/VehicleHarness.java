// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.Detector;
import io.odograph.udfs.clock.ClockLimits;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorV2;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedMultiInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * One subtask of the vehicle operator with all its inputs.
 *
 * @param <S> the detector's state
 */
final class VehicleHarness<S> implements AutoCloseable {

    static final long DISORDER = 1_000;
    static final long MAX_WAIT = ClockLimits.DEFAULTS.maxWait();
    static final long DAY = ClockLimits.DEFAULTS.retention();

    /** Key groups of all harnesses. */
    static final int MAX_PARALLELISM = 8;

    private static final int TELEMETRY = 0;
    private static final int PROFILES = 1;
    private static final int RULES = 2;
    private static final int LIMITS = 3;
    private static final int FENCES = 4;

    private final Harness harness;

    private VehicleHarness(
            Detector<S, String> detector,
            TypeInformation<S> state,
            ReferenceSnapshot<Rule> initialRules,
            ReferenceSnapshot<LimitOverride> initialLimits,
            int parallelism,
            int subtask)
            throws Exception {
        harness =
                new Harness(
                        new VehicleOperatorFactory<>(
                                new ClockConfig(ClockLimits.DEFAULTS, DISORDER),
                                detector,
                                state,
                                new VehicleOperatorFactory.References(
                                        "test",
                                        initialRules,
                                        initialLimits,
                                        ReferenceSnapshot.none(),
                                        Map.of(),
                                        true,
                                        true,
                                        true,
                                        true)),
                        parallelism,
                        subtask);
        // The harness only sets the type of the key where it is a single subtask.
        harness.getStreamConfig()
                .setStateKeySerializer(
                        Types.STRING.createSerializer(
                                harness.getExecutionConfig().getSerializerConfig()));
        harness.setKeySelector(TELEMETRY, (KeySelector<Telemetry, String>) Telemetry::vehicleId);
        harness.setKeySelector(
                PROFILES, (KeySelector<ReferenceUpdate<?>, String>) ReferenceUpdate::id);
        harness.setup(
                Types.STRING.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    }

    static <S> VehicleHarness<S> open(Detector<S, String> detector, Class<S> state)
            throws Exception {
        return open(detector, state, ReferenceSnapshot.none(), null, 1, 0);
    }

    static <S> VehicleHarness<S> restore(
            Detector<S, String> detector, Class<S> state, OperatorSubtaskState from)
            throws Exception {
        return open(detector, state, ReferenceSnapshot.none(), from, 1, 0);
    }

    static <S> VehicleHarness<S> open(
            Detector<S, String> detector,
            Class<S> state,
            ReferenceSnapshot<Rule> initialRules,
            @Nullable OperatorSubtaskState from,
            int parallelism,
            int subtask)
            throws Exception {
        return new VehicleHarness<>(
                        detector,
                        TypeInformation.of(state),
                        initialRules,
                        ReferenceSnapshot.none(),
                        parallelism,
                        subtask)
                .openedFrom(from, parallelism, subtask);
    }

    static <S> VehicleHarness<S> openWithLimits(
            Detector<S, String> detector,
            Class<S> state,
            ReferenceSnapshot<LimitOverride> initialLimits,
            @Nullable OperatorSubtaskState from,
            int parallelism,
            int subtask)
            throws Exception {
        return new VehicleHarness<>(
                        detector,
                        TypeInformation.of(state),
                        ReferenceSnapshot.none(),
                        initialLimits,
                        parallelism,
                        subtask)
                .openedFrom(from, parallelism, subtask);
    }

    private VehicleHarness<S> openedFrom(
            @Nullable OperatorSubtaskState from, int parallelism, int subtask) throws Exception {
        if (from != null) {
            harness.initializeState(
                    KeyedMultiInputStreamOperatorTestHarness.repartitionOperatorState(
                            from, MAX_PARALLELISM, 1, parallelism, subtask));
        }
        harness.open();
        return this;
    }

    /** Whether the records of a vehicle come to this subtask. */
    boolean owns(String vehicleId) {
        return harness.owns(vehicleId);
    }

    void send(Telemetry... records) throws Exception {
        for (Telemetry record : records) {
            harness.processElement(TELEMETRY, new StreamRecord<>(record, record.receivedAt()));
        }
    }

    void profile(String vehicleId, @Nullable VehicleProfile profile) throws Exception {
        harness.processElement(
                PROFILES, new StreamRecord<>(new ReferenceUpdate<>(vehicleId, profile)));
    }

    void rule(String ruleId, @Nullable Rule rule) throws Exception {
        harness.processElement(RULES, new StreamRecord<>(new ReferenceUpdate<>(ruleId, rule)));
    }

    void limit(String id, @Nullable LimitOverride override) throws Exception {
        harness.processElement(LIMITS, new StreamRecord<>(new ReferenceUpdate<>(id, override)));
    }

    void fence(String id, @Nullable Fence fence) throws Exception {
        harness.processElement(FENCES, new StreamRecord<>(new ReferenceUpdate<>(id, fence)));
    }

    void watermark(long time) throws Exception {
        harness.processWatermark(TELEMETRY, new Watermark(time));
    }

    /** Telemetry goes silent, as seen from the source. */
    void idle() throws Exception {
        harness.processWatermarkStatus(TELEMETRY, WatermarkStatus.IDLE);
    }

    /** The job is drained. */
    void finish() throws Exception {
        harness.finish();
    }

    /** The reference inputs come to their end. */
    void endReferences() throws Exception {
        for (int input : new int[] {PROFILES, RULES, LIMITS, FENCES}) {
            harness.processWatermark(input, new Watermark(Long.MAX_VALUE));
            harness.processWatermarkStatus(input, WatermarkStatus.IDLE);
        }
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    List<String> edges() {
        return List.copyOf(harness.extractOutputValues());
    }

    List<Long> timestamps() {
        List<Long> timestamps = new ArrayList<>();
        for (Object output : harness.getOutput()) {
            if (output instanceof StreamRecord<?> edge) {
                timestamps.add(edge.getTimestamp());
            }
        }
        return timestamps;
    }

    /** Watermarks and changes of status that left the operator. */
    List<Object> times() {
        return harness.getOutput().stream().filter(o -> !(o instanceof StreamRecord)).toList();
    }

    List<Telemetry> late() {
        var late = harness.getSideOutput(VehicleOperator.LATE);
        return late == null ? List.of() : late.stream().map(StreamRecord::getValue).toList();
    }

    int states() {
        return harness.states();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }

    private static final class Harness
            extends KeyedMultiInputStreamOperatorTestHarness<String, String> {

        Harness(StreamOperatorFactory<String> factory, int parallelism, int subtask)
                throws Exception {
            super(factory, MAX_PARALLELISM, parallelism, subtask);
        }

        boolean owns(String vehicleId) {
            return backend()
                    .getKeyGroupRange()
                    .contains(KeyGroupRangeAssignment.assignToKeyGroup(vehicleId, MAX_PARALLELISM));
        }

        void finish() throws Exception {
            ((AbstractStreamOperatorV2<String>) getCastedOperator()).finish();
        }

        int states() {
            return backend().numKeyValueStateEntries();
        }

        private HeapKeyedStateBackend<String> backend() {
            KeyedStateBackend<String> states =
                    ((AbstractStreamOperatorV2<String>) getCastedOperator()).getKeyedStateBackend();
            return (HeapKeyedStateBackend<String>) states;
        }
    }
}
