// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.score.ScoreOutput;
import io.odograph.udfs.score.ScoreRules;
import io.odograph.udfs.score.ScoreTrack;
import io.odograph.udfs.score.ScoreWatch;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The current vehicle and its scores, whichever function it is in. */
final class ScoredVehicle {

    private static final Logger LOG = LoggerFactory.getLogger(ScoredVehicle.class);

    /** The watermark may be a little ahead of the receive time that a vehicle is forgotten by. */
    private static final long FORGETS = ScoreWatch.FORGETS + Duration.ofDays(1).toMillis();

    private final ScoreWatch watch;
    private final ScoreRules rules;
    private final ValueState<ScoreTrack> tracks;

    ScoredVehicle(ScoreFiles files, ScoreRules rules, RuntimeContext context) {
        watch = new ScoreWatch(files.scorecards(), files.models());
        this.rules = rules;
        tracks =
                context.getState(
                        new ValueStateDescriptor<>("score", TypeInformation.of(ScoreTrack.class)));
        if (context.getTaskInfo().getIndexOfThisSubtask() == 0) {
            files.files()
                    .forEach(file -> LOG.info("Scores by {}: {}", file.name(), file.checksum()));
        }
    }

    /** Takes what is told of the vehicle's driving. */
    void accept(DrivingOutput output, TimerService timers, Collector<ScoreOutput> out)
            throws IOException {
        if (!ScoreWatch.counts(output)) {
            return;
        }
        ScoreTrack track = tracks.value();
        if (track == null) {
            track = new ScoreTrack();
        }
        watch.accept(track, output, rules, out::collect);
        if (track.forgetAt == 0) {
            order(track, timers);
        }
        tracks.update(track);
    }

    /** Looks whether the vehicle can be forgotten; one timer at a time is enough. */
    void wakeUp(long time, TimerService timers) throws IOException {
        ScoreTrack track = tracks.value();
        if (track == null || track.forgetAt != time) {
            return;
        }
        if (track.lastAt + FORGETS <= time) {
            tracks.clear();
        } else {
            order(track, timers);
            tracks.update(track);
        }
    }

    private static void order(ScoreTrack track, TimerService timers) {
        track.forgetAt = track.lastAt + FORGETS;
        timers.registerEventTimeTimer(track.forgetAt);
    }
}
