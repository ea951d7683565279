// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.score.ScoreOutput;
import io.odograph.udfs.score.ScoreRules;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Scores what is told of driving; key = vehicle id. */
final class ScoreDriving extends KeyedProcessFunction<String, DrivingOutput, ScoreOutput> {

    private static final long serialVersionUID = 1;

    private final ScoreFiles files;

    private transient ScoredVehicle vehicle;

    ScoreDriving(ScoreFiles files) {
        this.files = files;
    }

    @Override
    public void open(OpenContext context) {
        vehicle = new ScoredVehicle(files, ScoreRules.NONE, getRuntimeContext());
    }

    @Override
    public void processElement(DrivingOutput output, Context context, Collector<ScoreOutput> out)
            throws Exception {
        vehicle.accept(output, context.timerService(), out);
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<ScoreOutput> out)
            throws Exception {
        vehicle.wakeUp(time, context.timerService());
    }
}
