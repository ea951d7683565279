// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.Rejection;
import io.odograph.common.intake.SplitIntake;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.common.vehicle.DetectEdges;
import io.odograph.common.vehicle.VehicleOperator;
import io.odograph.udfs.driving.DrivingMemory;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.telemetry.Telemetry;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * The graph of driving behaviour; no Kafka in it.
 *
 * <pre>
 * intake ─► split intake ─► [vehicle id] sum up driving ─► windows, trips, harsh events
 *                │                        │
 *                └─► dead letters         └─► telemetry that is too late
 * </pre>
 */
public final class DrivingPipeline {

    private static final String SUM_UP = "sum-up-driving";

    private DrivingPipeline() {}

    /**
     * What the pipeline reads.
     *
     * @param intake decoded records with their receive time as timestamp
     * @param references rules and vehicle profiles
     */
    public record Inputs(DataStream<Intake> intake, ReferenceStreams references) {}

    /**
     * What the pipeline makes.
     *
     * @param driving windows, trips and harsh events, revision by revision
     * @param deadLetters records that could not be used
     * @param late records that came too late to revise anything
     */
    public record Outputs(
            SingleOutputStreamOperator<DrivingOutput> driving,
            DataStream<Rejection> deadLetters,
            DataStream<Telemetry> late) {

        /** One kind of what is told. */
        DataStream<DrivingOutput> of(DrivingOutput.Kind kind, String uid) {
            return driving.filter(output -> output.kind() == kind)
                    .uid(uid)
                    .name(uid.replace('-', ' '));
        }
    }

    /** Builds the graph. */
    public static Outputs build(Inputs inputs, DrivingConfig config) {
        SingleOutputStreamOperator<Telemetry> telemetry = SplitIntake.of(inputs.intake());
        SingleOutputStreamOperator<DrivingOutput> driving =
                new DetectEdges<>(
                                config.detector(),
                                TypeInformation.of(DrivingMemory.class),
                                TypeInformation.of(DrivingOutput.class),
                                config.clock())
                        .attach(SUM_UP, telemetry, inputs.references());
        return new Outputs(
                driving,
                inputs.references()
                        .addRejectionsTo(telemetry.getSideOutput(SplitIntake.REJECTIONS)),
                driving.getSideOutput(VehicleOperator.LATE));
    }
}
