// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.motion.HarshGrade;
import java.util.ArrayList;
import java.util.List;

/**
 * How right a detector is about harsh manoeuvres.
 *
 * @param harsh how many there were of this grade, and how many of them were told
 * @param severe the same of the next
 * @param extreme the same of the last
 * @param rightGrade how many were told in the right grade
 * @param told how many were told
 * @param wrong of them that never were, or were told before
 */
record HarshScore(Share harsh, Share severe, Share extreme, int rightGrade, int told, int wrong) {

    /** Some of all. */
    record Share(int all, int some) {

        Share plus(Share other) {
            return new Share(all + other.all, some + other.some);
        }

        /** 0..1, or NaN of nothing. */
        double value() {
            return all == 0 ? Double.NaN : (double) some / all;
        }
    }

    private static final Share NOTHING = new Share(0, 0);

    /** Nothing judged. */
    static final HarshScore NONE = new HarshScore(NOTHING, NOTHING, NOTHING, 0, 0, 0);

    /** What is told may be so much off, s: satellite speeds come late. */
    private static final double NEAR = 2;

    HarshScore plus(HarshScore other) {
        return new HarshScore(
                harsh.plus(other.harsh),
                severe.plus(other.severe),
                extreme.plus(other.extreme),
                rightGrade + other.rightGrade,
                told + other.told,
                wrong + other.wrong);
    }

    /** All grades. */
    Share all() {
        return harsh.plus(severe).plus(extreme);
    }

    double recall() {
        return all().value();
    }

    double precision() {
        return new Share(told, told - wrong).value();
    }

    /**
     * Compares what was told with what happened: they belong together where they are of one kind
     * and not more than two seconds apart.
     *
     * @param truth what happened
     * @param told what was told
     */
    static HarshScore of(List<TrueEvent> truth, List<HarshEvent> told) {
        HarshScore score = NONE;
        List<HarshEvent> left = new ArrayList<>(told);
        for (TrueEvent event : truth) {
            HarshEvent match = null;
            for (HarshEvent candidate : left) {
                match = match == null && belongs(event, candidate) ? candidate : match;
            }
            left.remove(match);
            if (event.certain()) {
                Share share = new Share(1, match == null ? 0 : 1);
                boolean right = match != null && match.grade() == event.grade();
                score =
                        score.plus(
                                new HarshScore(
                                        event.grade() == HarshGrade.HARSH ? share : NOTHING,
                                        event.grade() == HarshGrade.SEVERE ? share : NOTHING,
                                        event.grade() == HarshGrade.EXTREME ? share : NOTHING,
                                        right ? 1 : 0,
                                        match == null ? 0 : 1,
                                        0));
            }
        }
        return score.plus(new HarshScore(NOTHING, NOTHING, NOTHING, 0, left.size(), left.size()));
    }

    /** Whether what was told is of what happened. */
    static boolean belongs(TrueEvent event, HarshEvent told) {
        double from = (told.start() - Reports.DEPARTURE) / 1000.0;
        double to = (told.end() - Reports.DEPARTURE) / 1000.0;
        return told.kind() == event.kind()
                && from <= event.to() + NEAR
                && to >= event.from() - NEAR;
    }
}
