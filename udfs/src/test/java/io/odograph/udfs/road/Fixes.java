// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shows fixes to a matcher and keeps what it says of them. */
final class Fixes {

    /** What was said of a fix. */
    record Match(long time, int key, float offset, float confidence, boolean broken) {}

    private final RoadMatcher matcher;
    private final List<Match> matches = new ArrayList<>();
    private final RoadMatches sink =
            (time, lat, lon, speed, key, offset, confidence, broken) ->
                    matches.add(new Match(time, key, offset, confidence, broken));
    private MatcherState state = new MatcherState();
    private float accuracy = 5;

    Fixes(RoadNetwork network, int lag) {
        matcher = new RoadMatcher(network, MatcherSettings.ofLag(lag));
    }

    Fixes accuracy(double metres) {
        accuracy = (float) metres;
        return this;
    }

    /** Shows a fix; heading NaN for none. */
    Fixes at(double second, double east, double north, double speed, double heading) {
        matcher.accept(
                state,
                Math.round(second * 1000),
                Roads.latitude(north),
                Roads.longitude(east),
                (float) speed,
                (float) heading,
                accuracy,
                sink);
        return this;
    }

    /** Drives straight at a steady speed with a fix per interval, both ends included. */
    Fixes drive(
            double from,
            double interval,
            int fixes,
            double[] start,
            double[] step,
            double heading) {
        double speed = Math.hypot(step[0], step[1]) / interval * 3.6;
        for (int i = 0; i < fixes; i++) {
            at(from + i * interval, start[0] + i * step[0], start[1] + i * step[1], speed, heading);
        }
        return this;
    }

    /** Goes on as after a restart: with a copy of the state. */
    Fixes restart() {
        MatcherState copy = new MatcherState();
        copy.network = state.network;
        copy.steps = state.steps.clone();
        copy.told = state.told;
        Arrays.fill(state.steps, -1);
        state = copy;
        return this;
    }

    /** Goes on with another matcher, such as one of another network. */
    Fixes on(RoadNetwork other) {
        Fixes next = new Fixes(other, 2);
        next.state = state;
        next.matches.addAll(matches);
        return next;
    }

    /** Goes on with a matcher that has another lag. */
    Fixes lag(int lag) {
        Fixes next = new Fixes(matcher.network(), lag);
        next.state = state;
        next.matches.addAll(matches);
        return next;
    }

    int stateBytes() {
        return 8 + 4 + 4 + 4 * state.steps.length;
    }

    List<Match> told() {
        return matches;
    }

    List<Match> all() {
        matcher.flush(state, sink);
        return matches;
    }

    int[] keys() {
        return all().stream().mapToInt(Match::key).toArray();
    }
}
