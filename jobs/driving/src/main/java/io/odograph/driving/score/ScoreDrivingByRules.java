// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.common.vehicle.BroadcastBook;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleBook;
import io.odograph.udfs.score.ScoreOutput;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** As {@link ScoreDriving}, where rules may name versions. */
final class ScoreDrivingByRules
        extends KeyedBroadcastProcessFunction<
                String, DrivingOutput, ReferenceUpdate<Rule>, ScoreOutput>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1;

    private final ScoreFiles files;
    private final ReferenceSnapshot<Rule> initial;

    private transient BroadcastBook<Rule, RuleBook> rules;
    private transient ScoredVehicle vehicle;

    ScoreDrivingByRules(ScoreFiles files, ReferenceSnapshot<Rule> initial) {
        this.files = files;
        this.initial = initial;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        rules =
                BroadcastBook.ofRules(
                        context.getOperatorStateStore(),
                        initial,
                        getRuntimeContext().getMetricGroup());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        // The book writes what it takes as it takes it.
    }

    @Override
    public void open(OpenContext context) {
        vehicle = new ScoredVehicle(files, this::inForce, getRuntimeContext());
    }

    private @Nullable Rule inForce(DrivingOutput of, long time) {
        return rules.book()
                .inForce(
                        of.vehicleId(), of.vehicleClass(), of.fleetId(), of.tenantId(), null, time);
    }

    @Override
    public void processElement(
            DrivingOutput output, ReadOnlyContext context, Collector<ScoreOutput> out)
            throws Exception {
        vehicle.accept(output, context.timerService(), out);
    }

    @Override
    public void processBroadcastElement(
            ReferenceUpdate<Rule> update, Context context, Collector<ScoreOutput> out)
            throws Exception {
        rules.apply(update);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<ScoreOutput> out)
            throws Exception {
        vehicle.wakeUp(time, context.timerService());
    }
}
