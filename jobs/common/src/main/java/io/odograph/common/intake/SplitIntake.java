// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.account.RecordCounter;
import io.odograph.schemas.RejectionReason;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Parts usable telemetry from rejections, which leave on {@link #REJECTIONS}, and counts both. */
public final class SplitIntake extends ProcessFunction<Intake, Telemetry> {

    /** Uid of the operator; stands in dead letters as the stage. */
    public static final String UID = "split-intake";

    /** Rejected records. */
    public static final OutputTag<Rejection> REJECTIONS =
            new OutputTag<>("rejections", TypeInformation.of(Rejection.class));

    private transient RecordCounter in;
    private transient Map<RejectionReason, RecordCounter> byReason;

    /**
     * Attaches the operator with its uid and name, and with the parallelism of the source: any
     * other would spread the records of one vehicle over subtasks and lose their order.
     */
    public static SingleOutputStreamOperator<Telemetry> of(DataStream<Intake> intake) {
        return intake.process(new SplitIntake(), TypeInformation.of(Telemetry.class))
                .setParallelism(intake.getParallelism())
                .uid(UID)
                .name("split intake");
    }

    @Override
    public void open(OpenContext context) {
        in = RecordCounter.register(getRuntimeContext(), RecordAccount.IN, "numRecordsRead");
        byReason = new EnumMap<>(RejectionReason.class);
        for (RejectionReason reason : RejectionReason.values()) {
            byReason.put(
                    reason,
                    RecordCounter.registerReason(
                            getRuntimeContext(),
                            RecordAccount.DEAD_LETTERED,
                            "numRejected",
                            reason.name()));
        }
    }

    @Override
    public void processElement(Intake intake, Context context, Collector<Telemetry> out) {
        in.count();
        Rejection rejection = intake.rejection();
        if (rejection != null) {
            byReason.get(rejection.reason()).count();
            context.output(REJECTIONS, rejection);
        } else {
            out.collect(intake.telemetry());
        }
    }
}
