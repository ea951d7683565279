// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.evaluate.Floor;
import io.odograph.evaluate.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is told of driving behaviour, judged by every kind of sensor.
 *
 * @param seed of all randomness
 * @param drives how many
 * @param kilometres their way
 * @param rows one per kind of sensor
 */
record DrivingEvaluation(long seed, int drives, double kilometres, List<Row> rows) {

    /** What was right by one kind of sensor. */
    record Row(SensedDrive sensed, HarshScore score, MountScore mount) {}

    /**
     * Evaluates.
     *
     * @param threads 1 and up; changes no number
     */
    static DrivingEvaluation of(long seed, int drives, int threads) {
        List<Integer> numbers = IntStream.range(0, drives).boxed().toList();
        List<Row> rows = new ArrayList<>();
        double kilometres = 0;
        for (SensedDrive sensed : SensedDrive.all()) {
            HarshScore score = HarshScore.NONE;
            MountScore mount = MountScore.NONE;
            kilometres = 0;
            for (HarshTrial.Outcome outcome :
                    Parallel.map(numbers, threads, n -> HarshTrial.run(seed, n, sensed))) {
                score = score.plus(outcome.score());
                mount = mount.plus(outcome.mount());
                kilometres += outcome.kilometres();
            }
            rows.add(new Row(sensed, score, mount));
        }
        return new DrivingEvaluation(seed, drives, kilometres, rows);
    }

    /** Floors and whether they are met. */
    List<Floor> floors() {
        return DrivingFloors.of(rows);
    }
}
