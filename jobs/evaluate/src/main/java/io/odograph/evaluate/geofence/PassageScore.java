// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.simulator.road.RoadPoint;
import io.odograph.udfs.fence.Crossing;
import io.odograph.udfs.fence.FenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How right the detector is about driving through fences.
 *
 * @param driven times a vehicle drove through
 * @param drivenFound of them told
 * @param expected of those driven, where the straight ways between the true places at the reports
 *     show it, too: what lies in a bend between two reports is in none of them
 * @param found of these told
 * @param told passages told
 * @param wrong of them where the vehicle never was inside
 * @param farOff of these where it did not come as near to the line as three times the noise
 * @param examples what is missed or wrong, a few
 */
record PassageScore(
        int driven,
        int drivenFound,
        int expected,
        int found,
        int told,
        int wrong,
        int farOff,
        List<String> examples) {

    /** Nothing judged. */
    static final PassageScore NONE = new PassageScore(0, 0, 0, 0, 0, 0, 0, List.of());

    /** Narrower fences are not judged, m. */
    private static final double WIDTH = 50;

    /** Deeper than this is deeper than the noise, standard deviations. */
    private static final double DEEP = 3;

    private static final int EXAMPLES = 8;

    PassageScore plus(PassageScore other) {
        List<String> joined = new ArrayList<>(examples);
        joined.addAll(other.examples);
        return new PassageScore(
                driven + other.driven,
                drivenFound + other.drivenFound,
                expected + other.expected,
                found + other.found,
                told + other.told,
                wrong + other.wrong,
                farOff + other.farOff,
                joined.stream().limit(EXAMPLES).toList());
    }

    double recall() {
        return expected == 0 ? Double.NaN : (double) found / expected;
    }

    /** Compares what was told of one fence with the truth. */
    static PassageScore of(
            String name,
            Tour tour,
            DrawnFence fence,
            Profile truth,
            List<Told> told,
            VisitRule rule) {
        if (fence.kind() == FenceKind.KEEP_IN) {
            return NONE;
        }
        PassageScore score = NONE;
        for (Visit visit : rule.visits(truth, fence.kind())) {
            if (isThrough(visit) && fence.width() >= WIDTH && deep(visit.farthest(), rule)) {
                boolean isFound = told.stream().anyMatch(one -> meets(visit, one, rule));
                boolean isShown = deep(shown(tour, fence, visit, rule), rule);
                boolean missed = isShown && !isFound;
                String example =
                        text(name, "missed", fence, rule, visit.from(), visit.to())
                                + String.format(Locale.ROOT, ", %.0f m deep", visit.farthest());
                score =
                        score.plus(
                                new PassageScore(
                                        1,
                                        isFound ? 1 : 0,
                                        isShown ? 1 : 0,
                                        isShown && isFound ? 1 : 0,
                                        0,
                                        0,
                                        0,
                                        missed ? List.of(example) : List.of()));
            }
        }
        for (Told one : told) {
            score = score.plus(one.passage() ? judged(name, fence, truth, one, rule) : NONE);
        }
        return score;
    }

    /** Who is longer inside stays. */
    private static boolean isThrough(Visit visit) {
        return visit.began() && visit.ended() && visit.to() - visit.from() < VisitRule.STAY;
    }

    private static boolean deep(double metres, VisitRule rule) {
        return metres >= DEEP * rule.noise();
    }

    private static boolean meets(Visit visit, Told one, VisitRule rule) {
        return one.start() <= visit.to() + rule.interval()
                && one.end() >= visit.from() - rule.interval();
    }

    private static PassageScore judged(
            String name, DrawnFence fence, Profile truth, Told one, VisitRule rule) {
        double from = one.start() - rule.interval();
        double to = one.end() + rule.interval();
        boolean wrong = truth.secondsBeyond(0, from, to) == 0;
        boolean farOff = truth.secondsBeyond(-DEEP * rule.noise(), from, to) == 0;
        String example = text(name, "wrong", fence, rule, one.start(), one.end());
        return new PassageScore(
                0,
                0,
                0,
                0,
                1,
                wrong ? 1 : 0,
                farOff ? 1 : 0,
                farOff ? List.of(example) : List.of());
    }

    /** How deep the straight ways between the true places at the reports are inside. */
    private static double shown(Tour tour, DrawnFence fence, Visit visit, VisitRule rule) {
        int step = rule.interval();
        double deepest = Double.NEGATIVE_INFINITY;
        int phase = rule.phase();
        double first = phase + step * Math.floor((visit.from() - phase) / step);
        for (double time = first; time < visit.to(); time += step) {
            deepest = Math.max(deepest, deepest(fence, spot(tour, time), spot(tour, time + step)));
        }
        return deepest;
    }

    private static double deepest(DrawnFence fence, Spot from, Spot to) {
        int latA = from.latitudeE7();
        int lonA = from.longitudeE7();
        int latB = to.latitudeE7();
        int lonB = to.longitudeE7();
        Crossing within = fence.geometry().crossing(latA, lonA, latB, lonB);
        return within == null
                ? Double.NEGATIVE_INFINITY
                : fence.geometry().deepest(latA, lonA, latB, lonB, within).metres();
    }

    private static Spot spot(Tour tour, double time) {
        RoadPoint point = tour.at(time);
        return new Spot(point.latitude(), point.longitude());
    }

    private static String text(
            String name, String what, DrawnFence fence, VisitRule rule, double from, double to) {
        return String.format(
                Locale.ROOT,
                "%2.0f m, %2d s, %s, passage %s, %s %s of %.0f m: %.0f to %.0f s",
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
