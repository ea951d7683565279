// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.common.reference.BroadcastReference;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.score.ScoreOutput;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Scores behind what is told of driving, in its partitions: no second shuffle. */
public final class ScorePipeline {

    private static final String SCORE = "score-driving";

    private ScorePipeline() {}

    /**
     * Attaches the scores.
     *
     * @param driving what is told of driving, in the partitions of vehicle ids
     * @param rules rules of the detector "score"
     * @param config settings
     */
    public static SingleOutputStreamOperator<ScoreOutput> attach(
            DataStream<DrivingOutput> driving, BroadcastReference<Rule> rules, ScoreConfig config) {
        KeyedStream<DrivingOutput, String> vehicles =
                DataStreamUtils.reinterpretAsKeyedStream(
                        driving, DrivingOutput::vehicleId, Types.STRING);
        return scored(vehicles, rules, config.files()).uid(SCORE).name("score driving");
    }

    private static SingleOutputStreamOperator<ScoreOutput> scored(
            KeyedStream<DrivingOutput, String> vehicles,
            BroadcastReference<Rule> rules,
            ScoreFiles files) {
        TypeInformation<ScoreOutput> type = TypeInformation.of(ScoreOutput.class);
        DataStream<ReferenceUpdate<Rule>> updates = rules.updates();
        if (updates == null) {
            return vehicles.process(new ScoreDriving(files), type);
        }
        // The state of the rules is the book's own.
        return vehicles.connect(updates.broadcast(new MapStateDescriptor<?, ?>[0]))
                .process(new ScoreDrivingByRules(files, rules.initial()), type);
    }
}
