// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.Rejection;
import io.odograph.common.intake.SplitIntake;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.common.vehicle.DetectEdges;
import io.odograph.common.vehicle.RefuseLateEdges;
import io.odograph.common.vehicle.VehicleOperator;
import io.odograph.udfs.crash.CrashDetector;
import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.crash.CrashState;
import io.odograph.udfs.telemetry.Telemetry;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * The graph of crash detection; no Kafka in it.
 *
 * <pre>
 * intake ─► split intake ─► [vehicle id] detect crash edges ─► split recordings ─► match crash pattern ─► alerts
 *                │                        │                           │
 *                └─► dead letters         └─► late telemetry          └─► recordings
 * </pre>
 */
public final class CrashPipeline {

    private static final String DETECT = "detect-crash-edges";
    private static final String SPLIT = "split-crash-recordings";
    private static final String MATCH = "match-crash-pattern";
    private static final String REFUSE_LATE = "refuse-late-crash-edges";

    private static final OutputTag<CrashEdge> LATE_EDGES =
            new OutputTag<>("late-edges", TypeInformation.of(CrashEdge.class));

    private CrashPipeline() {}

    /**
     * What the pipeline reads.
     *
     * @param intake decoded records with their receive time as timestamp
     * @param references rules and vehicle profiles
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
     * @param alerts crashes, revision by revision
     * @param recordings what was recorded around each
     * @param deadLetters records that could not be used
     * @param late records that arrived after their place in the vehicle's time had passed
     */
    public record Outputs(
            DataStream<CrashIncident> alerts,
            DataStream<CrashEdge> recordings,
            DataStream<Rejection> deadLetters,
            DataStream<Telemetry> late) {}

    /** Builds the graph. */
    public static Outputs build(Inputs inputs, CrashConfig config) {
        SingleOutputStreamOperator<Telemetry> telemetry = SplitIntake.of(inputs.intake());

        SingleOutputStreamOperator<CrashEdge> edges =
                new DetectEdges<>(
                                new CrashDetector(config.settings()),
                                TypeInformation.of(CrashState.class),
                                TypeInformation.of(CrashEdge.class),
                                config.clock())
                        .attach(DETECT, telemetry, inputs.references());

        // The edges leave the operator above in the partitions of its keys: no second shuffle.
        SingleOutputStreamOperator<CrashEdge> judged =
                edges.process(new SplitRecordings(), TypeInformation.of(CrashEdge.class))
                        .uid(SPLIT)
                        .name("split crash recordings");
        KeyedStream<CrashEdge, String> keyedEdges =
                DataStreamUtils.reinterpretAsKeyedStream(
                        judged, CrashEdge::vehicleId, Types.STRING);
        SingleOutputStreamOperator<CrashIncident> alerts =
                CEP.pattern(keyedEdges, CrashPattern.of(config))
                        .sideOutputLateData(LATE_EDGES)
                        .process(new ReportCrash(), TypeInformation.of(CrashIncident.class))
                        .uid(MATCH)
                        .name("match crash pattern");
        alerts.getSideOutput(LATE_EDGES)
                .process(new RefuseLateEdges<>())
                .uid(REFUSE_LATE)
                .name("refuse late crash edges");

        return new Outputs(
                alerts,
                judged.getSideOutput(SplitRecordings.RECORDINGS),
                inputs.references()
                        .addRejectionsTo(telemetry.getSideOutput(SplitIntake.REJECTIONS)),
                edges.getSideOutput(VehicleOperator.LATE));
    }
}
