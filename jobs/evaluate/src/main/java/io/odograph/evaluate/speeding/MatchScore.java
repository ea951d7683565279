// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.MatcherState;
import io.odograph.udfs.road.RoadMatcher;
import io.odograph.udfs.road.RoadMatches;
import io.odograph.udfs.road.RoadNetwork;
import java.util.List;

/**
 * How right a matcher is about fixes of which the road is known.
 *
 * @param fixes how many
 * @param rightEdge of them on the right road in the right direction
 * @param rightLimit of them with the right limit
 * @param tooLow of them with too low a limit: who is held to it is accused wrongly
 * @param tooHigh of them with too high a limit
 * @param unmatched of them on no road, or on one without a limit
 * @param sure of them surer than {@link #SURE}
 * @param sureTooLow of the sure ones with too low a limit
 * @param sureWrong of the sure ones with another limit
 */
record MatchScore(
        long fixes,
        long rightEdge,
        long rightLimit,
        long tooLow,
        long tooHigh,
        long unmatched,
        long sure,
        long sureTooLow,
        long sureWrong) {

    /** Confidence from which a limit counts, as in speeding detection by default. */
    static final float SURE = 0.9f;

    /** Nothing judged. */
    static final MatchScore NONE = new MatchScore(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Degrees to the unit of positions in road networks. */
    static final double E7 = 1e7;

    MatchScore plus(MatchScore other) {
        return new MatchScore(
                fixes + other.fixes,
                rightEdge + other.rightEdge,
                rightLimit + other.rightLimit,
                tooLow + other.tooLow,
                tooHigh + other.tooHigh,
                unmatched + other.unmatched,
                sure + other.sure,
                sureTooLow + other.sureTooLow,
                sureWrong + other.sureWrong);
    }

    /** A share of all fixes, %. */
    double percent(long part) {
        return fixes == 0 ? Double.NaN : 100.0 * part / fixes;
    }

    /** Shows the fixes of one drive to a matcher. */
    static MatchScore of(
            RoadNetwork network, MatcherSettings settings, List<Fix> fixes, double accuracy) {
        Counter counter = new Counter(network, fixes);
        RoadMatcher matcher = new RoadMatcher(network, settings);
        MatcherState state = new MatcherState();
        for (Fix fix : fixes) {
            matcher.accept(
                    state,
                    Math.round(fix.time() * 1000),
                    (int) Math.round(fix.latitude() * E7),
                    (int) Math.round(fix.longitude() * E7),
                    fix.speed(),
                    fix.heading(),
                    (float) accuracy,
                    counter);
        }
        matcher.flush(state, counter);
        return counter.score;
    }

    /** Compares as the answers come. */
    private static final class Counter implements RoadMatches {

        private final RoadNetwork network;
        private final List<Fix> fixes;
        private MatchScore score = NONE;
        private int next;

        Counter(RoadNetwork network, List<Fix> fixes) {
            this.network = network;
            this.fixes = fixes;
        }

        @Override
        public void matched(
                long time,
                int latitude,
                int longitude,
                float speed,
                int key,
                float offset,
                float confidence,
                boolean broken) {
            int truth = fixes.get(next++).truth().key();
            float limit = key == UNMATCHED ? Float.NaN : network.limit(key).kmh();
            float right = network.limit(truth).kmh();
            boolean same = key != UNMATCHED && Float.compare(limit, right) == 0;
            boolean sure = confidence >= SURE;
            score =
                    score.plus(
                            new MatchScore(
                                    1,
                                    one(key == truth),
                                    one(same),
                                    one(limit < right),
                                    one(limit > right),
                                    one(!same && !(limit < right) && !(limit > right)),
                                    one(sure),
                                    one(sure && limit < right),
                                    one(sure && !same)));
        }

        private static int one(boolean holds) {
            return holds ? 1 : 0;
        }
    }
}
