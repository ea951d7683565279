// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.Rejection;
import io.odograph.common.intake.SplitIntake;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.common.vehicle.DetectEdges;
import io.odograph.common.vehicle.RefuseLateEdges;
import io.odograph.common.vehicle.VehicleOperator;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.GeofenceState;
import io.odograph.udfs.telemetry.Telemetry;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * The graph of geofence detection; no Kafka in it.
 *
 * <pre>
 * intake ─► split intake ─► [vehicle id] detect breaches ─► open breaches ─► match breach pattern ─► alerts
 *                │                        │
 *                └─► dead letters         └─► late telemetry
 * </pre>
 */
public final class GeofencePipeline {

    private static final String DETECT = "detect-breaches";
    private static final String OPEN = "open-breaches";
    private static final String MATCH = "match-breach-pattern";
    private static final String REFUSE_LATE = "refuse-late-breaches";

    private static final OutputTag<BreachEdge> LATE_EDGES =
            new OutputTag<>("late-edges", TypeInformation.of(BreachEdge.class));

    private GeofencePipeline() {}

    /**
     * What the pipeline reads.
     *
     * @param intake decoded records with their receive time as timestamp
     * @param references rules, vehicle profiles, and the fences where every task is to have all
     * @param fencesByCell the fences where they are to be shared out by cells, or null; it has a
     *     watermark, the last one of all, once what there was at the start has been read
     */
    public record Inputs(
            DataStream<Intake> intake,
            ReferenceStreams references,
            @Nullable DataStream<ReferenceUpdate<Fence>> fencesByCell) {

        /** Telemetry alone. */
        public Inputs(DataStream<Intake> intake) {
            this(intake, ReferenceStreams.NONE);
        }

        /** Fences, if any, with all other references. */
        public Inputs(DataStream<Intake> intake, ReferenceStreams references) {
            this(intake, references, null);
        }
    }

    /**
     * What the pipeline makes.
     *
     * @param alerts breaches and visits, revision by revision
     * @param deadLetters records that could not be used
     * @param late records that arrived after their place in the vehicle's time had passed
     */
    public record Outputs(
            DataStream<GeofenceRevision> alerts,
            DataStream<Rejection> deadLetters,
            DataStream<Telemetry> late) {}

    /** Builds the graph. */
    public static Outputs build(Inputs inputs, GeofenceConfig config) {
        SingleOutputStreamOperator<Telemetry> telemetry = SplitIntake.of(inputs.intake());

        SingleOutputStreamOperator<BreachEdge> edges;
        DataStream<Telemetry> late;
        if (inputs.fencesByCell() == null) {
            edges =
                    new DetectEdges<>(
                                    config.detector(),
                                    TypeInformation.of(GeofenceState.class),
                                    TypeInformation.of(BreachEdge.class),
                                    config.clock())
                            .attach(DETECT, telemetry, inputs.references());
            late = edges.getSideOutput(VehicleOperator.LATE);
        } else {
            FencesByCell.Outputs found =
                    FencesByCell.attach(
                            telemetry, inputs.references(), inputs.fencesByCell(), config);
            edges = found.edges();
            late = found.sightings().getSideOutput(VehicleOperator.LATE);
        }

        // The edges leave the operator above in the partitions of its keys: no second shuffle.
        SingleOutputStreamOperator<BreachEdge> opened =
                edges.flatMap(new OpenBreaches())
                        .returns(TypeInformation.of(BreachEdge.class))
                        .uid(OPEN)
                        .name("open breaches");
        SingleOutputStreamOperator<GeofenceRevision> alerts =
                CEP.pattern(
                                DataStreamUtils.reinterpretAsKeyedStream(
                                        opened, BreachEdge::vehicleId, Types.STRING),
                                BreachPattern.of())
                        .sideOutputLateData(LATE_EDGES)
                        .process(new ReportBreaches(), TypeInformation.of(GeofenceRevision.class))
                        .uid(MATCH)
                        .name("match breach pattern");
        alerts.getSideOutput(LATE_EDGES)
                .process(new RefuseLateEdges<>())
                .uid(REFUSE_LATE)
                .name("refuse late breaches");

        return new Outputs(
                alerts,
                inputs.references()
                        .addRejectionsTo(telemetry.getSideOutput(SplitIntake.REJECTIONS)),
                late);
    }
}
