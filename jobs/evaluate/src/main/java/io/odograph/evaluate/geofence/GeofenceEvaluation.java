// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.evaluate.Floor;
import io.odograph.evaluate.Parallel;
import io.odograph.evaluate.speeding.Condition;
import io.odograph.simulator.math.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Detection of breaches judged under all conditions.
 *
 * @param trial the tours
 * @param rows one per condition
 * @param nights of parked vehicles
 * @param tows vehicles that were carried away
 */
record GeofenceEvaluation(GeofenceTrial trial, List<Row> rows, NightScore nights, TowScore tows) {

    /** Tows for each so many nights. */
    private static final int NIGHTS_PER_TOW = 10;

    /** What was right under one condition. */
    record Row(Condition condition, TourScore score) {}

    /**
     * Evaluates.
     *
     * @param nights how many
     * @param seed of the nights
     * @param threads 1 and up; changes no number
     */
    static GeofenceEvaluation of(GeofenceTrial trial, int nights, long seed, int threads) {
        List<Integer> tours = IntStream.range(0, trial.tours().size()).boxed().toList();
        List<List<TourScore>> parts = Parallel.map(tours, threads, trial::judge);
        List<Condition> conditions = GeofenceTrial.conditions();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            TourScore score = TourScore.NONE;
            for (List<TourScore> part : parts) {
                score = score.plus(part.get(i));
            }
            rows.add(new Row(conditions.get(i), score));
        }
        return new GeofenceEvaluation(
                trial,
                List.copyOf(rows),
                nights(nights, seed, threads),
                tows(Math.max(1, nights / NIGHTS_PER_TOW), seed, threads));
    }

    private static NightScore nights(int count, long seed, int threads) {
        Rng root = new Rng(seed).fork("nights");
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        NightScore sum = NightScore.NONE;
        for (NightScore score :
                Parallel.map(numbers, threads, i -> Night.draw(root.fork(i)).judge())) {
            sum = sum.plus(score);
        }
        return sum;
    }

    private static TowScore tows(int count, long seed, int threads) {
        Rng root = new Rng(seed).fork("tows");
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        TowScore sum = TowScore.NONE;
        for (TowScore score : Parallel.map(numbers, threads, i -> Tow.draw(root.fork(i)).judge())) {
            sum = sum.plus(score);
        }
        return sum;
    }

    /** Floors and whether they are met. */
    List<Floor> floors() {
        return GeofenceFloors.of(this);
    }
}
