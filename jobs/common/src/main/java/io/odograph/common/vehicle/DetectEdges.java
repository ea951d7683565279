// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.BroadcastReference;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.Detector;
import io.odograph.udfs.telemetry.Telemetry;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.MultipleConnectedStreams;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.KeyedMultipleInputTransformation;

/**
 * A detector on its way into a graph.
 *
 * @param detector the detector
 * @param state type of its state
 * @param edges type of its edges
 * @param clock settings of the vehicle clock before it
 * @param <S> the detector's state
 * @param <E> the detector's edges
 */
public record DetectEdges<S, E>(
        Detector<S, E> detector,
        TypeInformation<S> state,
        TypeInformation<E> edges,
        ClockConfig clock) {

    /**
     * Attaches the {@link VehicleOperator} that hosts the detector. Its edges leave it in the
     * partitions of its keys, the vehicle ids; late records on {@link VehicleOperator#LATE}.
     *
     * @param uid uid of the operator, in words with dashes between them
     * @param telemetry records, the only input whose watermarks count
     * @param references rules, overrides of speed limits, fences and profiles
     */
    public SingleOutputStreamOperator<E> attach(
            String uid, DataStream<Telemetry> telemetry, ReferenceStreams references) {
        StreamExecutionEnvironment env = telemetry.getExecutionEnvironment();
        KeyedMultipleInputTransformation<E> operator =
                new KeyedMultipleInputTransformation<>(
                        uid.replace('-', ' '),
                        new VehicleOperatorFactory<>(
                                clock,
                                detector,
                                state,
                                VehicleOperatorFactory.References.of(references)),
                        edges,
                        env.getParallelism(),
                        false,
                        Types.STRING);
        addKeyed(operator, telemetry.keyBy(Telemetry::vehicleId, Types.STRING));
        if (references.profiles() != null) {
            addKeyed(operator, references.profiles().keyBy(ReferenceUpdate::id, Types.STRING));
        }
        addToAll(operator, references.rules());
        addToAll(operator, references.limits());
        addToAll(operator, references.fences());
        env.addOperator(operator);
        return new MultipleConnectedStreams(env).transform(operator).uid(uid);
    }

    private static <T> void addKeyed(
            KeyedMultipleInputTransformation<?> operator, KeyedStream<T, String> input) {
        operator.addInput(input.getTransformation(), input.getKeySelector());
    }

    private static void addToAll(
            KeyedMultipleInputTransformation<?> operator, BroadcastReference<?> reference) {
        if (reference.updates() != null) {
            // Without a key: it comes to every subtask.
            operator.addInput(reference.updates().broadcast().getTransformation(), null);
        }
    }
}
