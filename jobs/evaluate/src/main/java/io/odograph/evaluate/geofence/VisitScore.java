// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How right the detector is about stays.
 *
 * @param expected stays that must be told
 * @param found of them told
 * @param brief stays that are certain for a shorter time than the detector waits
 * @param briefFound of them told
 * @param told stays told
 * @param wrong of them that never were, or part a true one in two
 * @param atLine of those told that neither: the vehicle was so near the line for so long that
 *     nobody can tell
 * @param entries errors of the times of entry, s
 * @param exits errors of the times of exit, s
 * @param depths errors of the farthest distances, m
 * @param examples what is missed or wrong, a few
 */
record VisitScore(
        int expected,
        int found,
        int brief,
        int briefFound,
        int told,
        int wrong,
        int atLine,
        List<Double> entries,
        List<Double> exits,
        List<Double> depths,
        List<String> examples) {

    /** Nothing judged. */
    static final VisitScore NONE =
            new VisitScore(0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of());

    private static final int EXAMPLES = 8;

    VisitScore plus(VisitScore other) {
        return new VisitScore(
                expected + other.expected,
                found + other.found,
                brief + other.brief,
                briefFound + other.briefFound,
                told + other.told,
                wrong + other.wrong,
                atLine + other.atLine,
                joined(entries, other.entries),
                joined(exits, other.exits),
                joined(depths, other.depths),
                joined(examples, other.examples).stream().limit(EXAMPLES).toList());
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }

    double recall() {
        return expected == 0 ? Double.NaN : (double) found / expected;
    }

    double precision() {
        int judged = told - atLine;
        return judged == 0 ? Double.NaN : (double) (judged - wrong) / judged;
    }

    /** Compares what was told of one fence with the truth. */
    static VisitScore of(
            String name, DrawnFence fence, Profile truth, List<Told> told, VisitRule rule) {
        Comparison comparison = new Comparison(name, fence, truth, told, rule);
        return comparison.found().plus(comparison.judged());
    }

    /** One fence and one vehicle. */
    private record Comparison(
            String name, DrawnFence fence, Profile truth, List<Told> told, VisitRule rule) {

        /** Each stay is found by one that is told, each that is told finds one. */
        VisitScore found() {
            List<Told> left = new ArrayList<>(told);
            VisitScore score = NONE;
            for (Visit visit : rule.visits(truth, fence.kind())) {
                Told best =
                        left.stream()
                                .filter(one -> visit.seconds(one.start(), one.end()) > 0)
                                .max(
                                        Comparator.comparingDouble(
                                                one -> visit.seconds(one.start(), one.end())))
                                .orElse(null);
                if (best != null) {
                    left.remove(best);
                }
                if (rule.isStay(visit, fence.kind())) {
                    score = score.plus(found(visit, best));
                }
            }
            return score;
        }

        private VisitScore found(Visit visit, @Nullable Told best) {
            if (!rule.isCertain(visit, truth, fence.kind())) {
                return brief(best != null);
            }
            return best == null ? missed(visit) : certain(visit, best);
        }

        private static VisitScore brief(boolean isFound) {
            return new VisitScore(
                    0, 0, 1, isFound ? 1 : 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of());
        }

        private VisitScore missed(Visit visit) {
            String example =
                    text("missed", visit.from(), visit.to())
                            + String.format(
                                    Locale.ROOT,
                                    ", %.0f s beyond the line, up to %.0f m, for %.0f s certainly",
                                    visit.seconds(),
                                    visit.farthest(),
                                    truth.secondsBeyond(
                                            rule.certainBeyond(fence.kind()),
                                            visit.from(),
                                            visit.to()));
            return new VisitScore(
                    1, 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(example));
        }

        private VisitScore certain(Visit visit, Told best) {
            double entry = best.began() ? visit.entryError(best.start()) : Double.NaN;
            double exit = best.ended() ? visit.exitError(best.end(), truth.duration()) : Double.NaN;
            double depth = Math.abs(best.farthest() - visit.farthest());
            return new VisitScore(
                    1, 1, 0, 0, 0, 0, 0, known(entry), known(exit), known(depth), List.of());
        }

        private static List<Double> known(double value) {
            return Double.isNaN(value) ? List.of() : List.of(value);
        }

        VisitScore judged() {
            VisitScore score = NONE;
            for (int i = 0; i < told.size(); i++) {
                Told one = told.get(i);
                boolean part = i > 0 && isPart(told.get(i - 1), one);
                boolean right = !part && seconds(0, one) >= least();
                boolean atLine = !right && !part && isAtLine(one);
                boolean wrong = !right && !atLine;
                String example =
                        text(part ? "told in parts" : "wrong", one.start(), one.end())
                                + String.format(
                                        Locale.ROOT,
                                        ", truly %.0f s beyond the line",
                                        seconds(0, one));
                score =
                        score.plus(
                                new VisitScore(
                                        0,
                                        0,
                                        0,
                                        0,
                                        1,
                                        wrong ? 1 : 0,
                                        atLine ? 1 : 0,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        wrong ? List.of(example) : List.of()));
            }
            return score;
        }

        /** Half of the time from which it is told: entry and exit are known to the noise only. */
        private double least() {
            return rule.told() / 2;
        }

        private double seconds(double metres, Told one) {
            return truth.secondsBeyond(metres, one.start(), one.end());
        }

        private boolean isAtLine(Told one) {
            return seconds(-rule.certainBeyond(fence.kind()), one) >= least();
        }

        /** The vehicle never left between the two. */
        private boolean isPart(Told before, Told after) {
            double from = before.end() - rule.interval();
            double to = after.start() + rule.interval();
            return truth.secondsBefore(0, from, to) == 0;
        }

        private String text(String what, double from, double to) {
            return String.format(
                    Locale.ROOT,
                    "%2.0f m, %2d s, %s, %s, %s %s of %.0f m: %.0f to %.0f s",
                    rule.noise(),
                    rule.interval(),
                    name,
                    what,
                    fence.kind(),
                    fence.shape().kind(),
                    fence.width(),
                    from,
                    to);
        }
    }
}
