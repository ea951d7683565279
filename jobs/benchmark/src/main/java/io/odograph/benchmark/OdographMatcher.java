// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.MatcherState;
import io.odograph.udfs.road.RoadMatcher;
import io.odograph.udfs.road.RoadMatches;
import io.odograph.udfs.road.RoadNetwork;
import java.util.Arrays;

/**
 * Odograph's matcher as jobs run it: fix by fix, with the vehicle's state unpacked before and
 * packed after each.
 */
final class OdographMatcher implements Contender {

    private final String name;
    private final RoadNetwork network;
    private final RoadMatcher matcher;
    private final float accuracy;
    private final boolean remembers;

    private OdographMatcher(
            String name, RoadNetwork network, int lag, double accuracy, boolean remembers) {
        this.name = name;
        this.network = network;
        this.matcher = new RoadMatcher(network, MatcherSettings.ofLag(lag));
        this.accuracy = (float) accuracy;
        this.remembers = remembers;
    }

    /**
     * The matcher as it is by default.
     *
     * @param accuracy what the receiver says of itself, m
     */
    static OdographMatcher online(RoadNetwork network, double accuracy) {
        int lag = MatcherSettings.DEFAULTS.lag();
        return new OdographMatcher("Odograph, lag " + lag, network, lag, accuracy, true);
    }

    /**
     * The likeliest road of each fix alone: distance and heading, without what came before.
     *
     * @param accuracy what the receiver says of itself, m
     */
    static OdographMatcher alone(RoadNetwork network, double accuracy) {
        return new OdographMatcher("Odograph, each fix alone", network, 0, accuracy, false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long match(Trace trace) {
        Sum sum = new Sum();
        run(trace, sum);
        return sum.keys;
    }

    @Override
    public long[] answers(Trace trace) {
        Answers answers = new Answers(network, trace.size());
        run(trace, answers);
        return answers.sides;
    }

    /**
     * Bytes of a vehicle's state after each fix: those that hold something.
     *
     * @return mean and largest
     */
    double[] stateBytes(Trace trace) {
        MatcherState state = new MatcherState();
        double sum = 0;
        double most = 0;
        for (int i = 0; i < trace.size(); i++) {
            accept(state, trace, i, new Sum());
            double bytes = Long.BYTES + (double) Integer.BYTES * state.steps.length;
            sum += bytes;
            most = Math.max(most, bytes);
        }
        return new double[] {sum / trace.size(), most};
    }

    private void run(Trace trace, RoadMatches matches) {
        MatcherState state = new MatcherState();
        for (int i = 0; i < trace.size(); i++) {
            if (!remembers) {
                state = new MatcherState();
            }
            accept(state, trace, i, matches);
        }
        matcher.flush(state, matches);
    }

    private void accept(MatcherState state, Trace trace, int i, RoadMatches matches) {
        matcher.accept(
                state,
                trace.times()[i],
                trace.latitudes()[i],
                trace.longitudes()[i],
                trace.speeds()[i],
                trace.headings()[i],
                accuracy,
                matches);
    }

    private static final class Sum implements RoadMatches {

        private long keys;

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
            keys += key;
        }
    }

    private static final class Answers implements RoadMatches {

        private final RoadNetwork network;
        private final long[] sides;
        private int next;

        Answers(RoadNetwork network, int size) {
            this.network = network;
            this.sides = new long[size];
            Arrays.fill(sides, WaySide.NONE);
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
            sides[next++] = key == UNMATCHED ? WaySide.NONE : Ways.side(network, key);
        }
    }
}
