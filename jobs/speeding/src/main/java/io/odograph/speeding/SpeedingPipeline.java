// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.Rejection;
import io.odograph.common.intake.SplitIntake;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.common.vehicle.DetectEdges;
import io.odograph.common.vehicle.RefuseLateEdges;
import io.odograph.common.vehicle.VehicleOperator;
import io.odograph.udfs.speeding.SpeedingEdge;
import io.odograph.udfs.speeding.SpeedingState;
import io.odograph.udfs.telemetry.Telemetry;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * The graph of speeding detection; no Kafka in it.
 *
 * <pre>
 * intake ─► split intake ─► [vehicle id] detect speeding edges ─► close speeding episodes ─► match speeding pattern ─► alerts
 *                │                        │
 *                └─► dead letters         └─► late telemetry
 * </pre>
 */
public final class SpeedingPipeline {

    private static final String DETECT = "detect-speeding-edges";
    private static final String CLOSE = "close-speeding-episodes";
    private static final String MATCH = "match-speeding-pattern";
    private static final String REFUSE_LATE = "refuse-late-speeding-edges";

    private static final OutputTag<SpeedingEdge> LATE_EDGES =
            new OutputTag<>("late-edges", TypeInformation.of(SpeedingEdge.class));

    private SpeedingPipeline() {}

    /**
     * What the pipeline reads.
     *
     * @param intake decoded records with their receive time as timestamp
     * @param references rules, overrides of speed limits and vehicle profiles
     */
    public record Inputs(DataStream<Intake> intake, ReferenceStreams references) {

        /** Telemetry alone. */
        public Inputs(DataStream<Intake> intake) {
            this(intake, ReferenceStreams.NONE);
        }
    }

    /**
     * What the pipeline makes.
     *
     * @param alerts episodes, revision by revision
     * @param deadLetters records that could not be used
     * @param late records that arrived after their place in the vehicle's time had passed
     */
    public record Outputs(
            DataStream<SpeedingEpisode> alerts,
            DataStream<Rejection> deadLetters,
            DataStream<Telemetry> late) {}

    /** Builds the graph. */
    public static Outputs build(Inputs inputs, SpeedingConfig config) {
        SingleOutputStreamOperator<Telemetry> telemetry = SplitIntake.of(inputs.intake());

        SingleOutputStreamOperator<SpeedingEdge> edges =
                new DetectEdges<>(
                                config.detector(),
                                TypeInformation.of(SpeedingState.class),
                                TypeInformation.of(SpeedingEdge.class),
                                config.clock())
                        .attach(DETECT, telemetry, inputs.references());

        // The edges leave the operator above in the partitions of its keys: no second shuffle.
        SingleOutputStreamOperator<SpeedingEdge> closed =
                edges.flatMap(new RepeatEnds())
                        .returns(TypeInformation.of(SpeedingEdge.class))
                        .uid(CLOSE)
                        .name("close speeding episodes");
        SingleOutputStreamOperator<SpeedingEpisode> alerts =
                CEP.pattern(
                                DataStreamUtils.reinterpretAsKeyedStream(
                                        closed, SpeedingEdge::vehicleId, Types.STRING),
                                SpeedingPattern.of())
                        .sideOutputLateData(LATE_EDGES)
                        .process(new ReportSpeeding(), TypeInformation.of(SpeedingEpisode.class))
                        .uid(MATCH)
                        .name("match speeding pattern");
        alerts.getSideOutput(LATE_EDGES)
                .process(new RefuseLateEdges<>())
                .uid(REFUSE_LATE)
                .name("refuse late speeding edges");

        return new Outputs(
                alerts,
                inputs.references()
                        .addRejectionsTo(telemetry.getSideOutput(SplitIntake.REJECTIONS)),
                edges.getSideOutput(VehicleOperator.LATE));
    }
}
