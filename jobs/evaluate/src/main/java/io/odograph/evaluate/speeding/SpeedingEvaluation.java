// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.evaluate.Floor;
import io.odograph.evaluate.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network judged under all conditions.
 *
 * @param trial the drives
 * @param lag fixes by which answers were held back
 * @param rows one per condition
 */
record SpeedingEvaluation(SpeedingTrial trial, int lag, List<Row> rows) {

    /** What was right under one condition. */
    record Row(Condition condition, MatchScore match, EpisodeScore episodes) {}

    private record Part(MatchScore match, EpisodeScore episodes) {}

    /**
     * Evaluates.
     *
     * @param threads 1 and up; changes no number
     */
    static SpeedingEvaluation of(SpeedingTrial trial, int lag, int threads) {
        List<Row> rows = new ArrayList<>();
        List<Integer> drives = IntStream.range(0, trial.drives().size()).boxed().toList();
        for (Condition condition : Condition.all()) {
            MatchScore match = MatchScore.NONE;
            EpisodeScore episodes = EpisodeScore.NONE;
            List<Part> parts =
                    Parallel.map(
                            drives,
                            threads,
                            drive ->
                                    new Part(
                                            trial.match(drive, condition, lag),
                                            trial.detect(drive, condition, lag)));
            for (Part part : parts) {
                match = match.plus(part.match());
                episodes = episodes.plus(part.episodes());
            }
            rows.add(new Row(condition, match, episodes));
        }
        return new SpeedingEvaluation(trial, lag, rows);
    }

    /** Floors and whether they are met. */
    List<Floor> floors() {
        return SpeedingFloors.of(rows);
    }
}
