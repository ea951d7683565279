// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.evaluate.Floor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The floors of map matching and speeding detection. */
final class SpeedingFloors {

    /**
     * Where a limit changes once per kilometre, 5 m of noise put a fix on the wrong side of the
     * change over 4 m on average: 0.4 % that only the speed can win back, and only at short
     * intervals.
     */
    private static final double RIGHT_LIMIT_5 = 99.1;

    private static final double RIGHT_LIMIT_10 = 98.3;
    private static final double SURE_TOO_LOW_5 = 0.1;
    private static final double SURE_TOO_LOW_10 = 0.3;
    private static final double PRECISION = 0.99;
    private static final double RECALL = 0.95;

    private SpeedingFloors() {}

    /** Judges what was measured. */
    static List<Floor> of(List<SpeedingEvaluation.Row> rows) {
        List<Floor> floors = new ArrayList<>();
        for (SpeedingEvaluation.Row row : rows) {
            Condition condition = row.condition();
            if (condition.heading() && condition.sigma() <= 10) {
                boolean best = condition.sigma() <= 5;
                double limit = row.match().percent(row.match().rightLimit());
                floors.add(atLeast(limit, best ? RIGHT_LIMIT_5 : RIGHT_LIMIT_10, condition));
                double low = row.match().percent(row.match().sureTooLow());
                floors.add(atMost(low, best ? SURE_TOO_LOW_5 : SURE_TOO_LOW_10, condition));
            }
        }
        floors.add(
                share(
                        rows,
                        "precision of episodes, all conditions with heading up to 10 m",
                        PRECISION,
                        row -> row.condition().heading() && row.condition().sigma() <= 10,
                        EpisodeScore::precision));
        floors.add(
                share(
                        rows,
                        "recall of episodes, heading, up to 10 m and 5 s",
                        RECALL,
                        row ->
                                row.condition().heading()
                                        && row.condition().sigma() <= 10
                                        && row.condition().interval() <= 5,
                        EpisodeScore::recall));
        return floors;
    }

    private static Floor atLeast(double percent, double least, Condition condition) {
        return new Floor(
                "right limit, " + condition,
                format(">= %.1f %%", least),
                format("%.2f %%", percent),
                percent >= least,
                List.of());
    }

    private static Floor atMost(double percent, double most, Condition condition) {
        return new Floor(
                "limit too low where sure, " + condition,
                format("<= %.2f %%", most),
                format("%.3f %%", percent),
                percent <= most,
                List.of());
    }

    private static Floor share(
            List<SpeedingEvaluation.Row> rows,
            String name,
            double least,
            Predicate<SpeedingEvaluation.Row> which,
            ToDoubleFunction<EpisodeScore> share) {
        EpisodeScore sum = EpisodeScore.NONE;
        for (SpeedingEvaluation.Row row : rows) {
            sum = which.test(row) ? sum.plus(row.episodes()) : sum;
        }
        double measured = share.applyAsDouble(sum);
        return new Floor(
                name,
                format(">= %.0f %%", 100 * least),
                format("%.1f %%", 100 * measured),
                measured >= least,
                List.of());
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
