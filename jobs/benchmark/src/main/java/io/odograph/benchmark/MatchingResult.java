// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * What came out at one sampling interval.
 *
 * @param interval seconds between fixes
 * @param rows one per contender, Odograph's matcher first
 * @param stateBytes of a vehicle with Odograph: mean, largest
 */
record MatchingResult(int interval, List<Row> rows, double[] stateBytes) {

    /**
     * A setting of GraphHopper counts as its best only if another does not have more fixes right by
     * this, percentage points.
     */
    private static final double AS_GOOD = 1;

    /**
     * One contender.
     *
     * @param name what it is called
     * @param isReference whether it is a setting of what all are compared with
     */
    record Row(String name, boolean isReference, Timing timing, Quality quality) {

        double rightWay() {
            return quality.percent(quality.rightWay());
        }
    }

    static MatchingResult of(MatchingTrial trial, int interval, Race race) {
        List<Contender> contenders = trial.contenders();
        List<Trace> traces = trial.traces(interval);
        List<Timing> timings = race.run(contenders, traces);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < timings.size(); i++) {
            Contender contender = contenders.get(i);
            Quality quality = Quality.NONE;
            for (Trace trace : traces) {
                long[] answers = contender.answers(trace);
                quality = quality.plus(Quality.of(trace, answers, trial.ways()));
            }
            boolean isReference = contender instanceof GraphHopperBatch;
            rows.add(new Row(contender.name(), isReference, timings.get(i), quality));
        }
        return new MatchingResult(interval, rows, stateBytes(trial, traces));
    }

    private static double[] stateBytes(MatchingTrial trial, List<Trace> traces) {
        OdographMatcher matcher = trial.odograph();
        double sum = 0;
        double most = 0;
        long fixes = 0;
        for (Trace trace : traces) {
            double[] bytes = matcher.stateBytes(trace);
            sum += bytes[0] * trace.size();
            most = Math.max(most, bytes[1]);
            fixes += trace.size();
        }
        return new double[] {sum / fixes, most};
    }

    /** The fastest setting of GraphHopper's map matching of those that are as right as its best. */
    Row reference() {
        List<Row> settings = rows.stream().filter(Row::isReference).toList();
        double best = settings.stream().mapToDouble(Row::rightWay).max().orElseThrow();
        Row fastest = null;
        for (Row row : settings) {
            boolean isGood = row.rightWay() >= best - AS_GOOD;
            if (isGood && (fastest == null || row.timing().median() > fastest.timing().median())) {
                fastest = row;
            }
        }
        if (fastest == null) {
            throw new IllegalStateException("nothing to compare with");
        }
        return fastest;
    }
}
