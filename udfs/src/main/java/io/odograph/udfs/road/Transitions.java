// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.util.Arrays;

/**
 * How likely a vehicle came from each candidate of the last fix to each of a new one. Belongs to
 * one thread; allocates nothing per fix.
 *
 * <p>A hidden Markov model after Newson and Krumm (Hidden Markov map matching through noise and
 * sparseness, 2009): the way over the roads should be about as long as the straight line between
 * the fixes. It differs in three things.
 *
 * <ul>
 *   <li>The error of a position lasts: what a fix says across the road counts by how it differs
 *       from what the last error lets expect (first-order autoregressive noise). Else a receiver
 *       that is 10 m off for half a minute speaks 30 times for the parallel road.
 *   <li>Along the road the speed says far better than the position how far the vehicle came, so
 *       that at short intervals only a part of the difference is taken over. Else a limit changes
 *       up to a second too early or too late.
 *   <li>The search for a way ends where no way could matter any more.
 * </ul>
 */
final class Transitions {

    /** How long the error of a position lasts, s: its correlation falls to 1/e. */
    private static final double NOISE_LASTS = 8;

    /** Standard deviation of what is new in each position whatever the interval, part of sigma. */
    private static final double FRESH_NOISE = 0.3;

    /** How much longer than the straight line a way may well be: at once, per s, per sigma; m. */
    private static final double DETOUR = 7;

    private static final double DETOUR_PER_SECOND = 0.9;
    private static final double DETOUR_PER_SIGMA = 0.3;

    /** What a U-turn costs, nats. */
    private static final double U_TURN = 4;

    /** Standard deviation of a mean speed, m/s. */
    private static final double SPEED_NOISE = 0.5;

    /** Most that a way can cost that the speed does not explain, nats: positions do jump. */
    private static final double MOST_ALONG = 5;

    /** Longest interval over which two speeds tell the distance, s. */
    private static final double SPEED_TELLS = 8;

    /** Part of the difference between position and speed that is taken over per s. */
    private static final double GAIN_PER_SECOND = 0.05;

    /** Standard deviation of a position that is smoothed so, part of sigma. */
    private static final double SMOOTHED = 0.6;

    /** Least step back on the same road that is noise, m. */
    private static final double JITTER = 15;

    /** Fastest driving, in parts of the reported speed, that the search follows; and some more. */
    private static final double HASTE = 1.3;

    private static final double BOUND_EXTRA = 200;

    /** Targets lie at most so far from the fix, m. */
    private static final float SLACK = 100;

    private static final int WIDTH = MatcherSettings.MAX_CANDIDATES;

    private final RoadNetwork network;
    private final double prune;
    private final FixCandidates fix;
    private final RouteSearch routes;
    private final Habits habits;
    private final int[] target = new int[WIDTH];

    /** Per new candidate and last one: log-likelihood of coming from there. */
    final double[][] pairs = new double[WIDTH][WIDTH];

    /** Per new candidate: the largest of them, or negative infinity. */
    final double[] best = new double[WIDTH];

    /** Per new candidate: metres from the beginning of its key, smoothed by the speed. */
    final double[] offset = new double[WIDTH];

    // The current pair of fixes.
    private double sigma;
    private double straight;
    private double detour;
    private boolean speedTells;
    private double travelled;
    private double travelledVariance;
    private double gain;
    private double correlation;
    private boolean stops;

    Transitions(RoadNetwork network, FixCandidates fix, double prune) {
        this.network = network;
        this.prune = prune;
        this.fix = fix;
        this.routes = new RouteSearch(network);
        this.habits = new Habits(network);
    }

    /** Nodes settled by all searches so far. */
    long settled() {
        return routes.settled();
    }

    /**
     * Connects the last step of a lattice with the candidates of a new fix.
     *
     * @return whether anything connects them
     */
    boolean connect(
            Lattice lattice, long time, int latitude, int longitude, float speed, double noise) {
        int last = lattice.last();
        double seconds = Math.max(0.1, (time - lattice.times[last]) / 1000.0);
        double east = ((long) longitude - lattice.longitudes[last]) * fix.perLongitude();
        double north = ((long) latitude - lattice.latitudes[last]) * Metres.PER_UNIT;
        measure(
                seconds,
                Math.sqrt(east * east + north * north),
                lattice.speeds[last],
                speed,
                noise);
        double fastest = Math.max(known(lattice.speeds[last]), known(speed));
        double farthest = Math.max(2 * straight, HASTE * fastest * seconds) + BOUND_EXTRA;
        for (int j = 0; j < fix.size; j++) {
            best[j] = Double.NEGATIVE_INFINITY;
            Arrays.fill(pairs[j], 0, lattice.sizes[last], Double.NEGATIVE_INFINITY);
        }
        double top = Double.NEGATIVE_INFINITY;
        // The likeliest first: what it reaches cuts off the search from the others.
        for (int i = 0; i < lattice.sizes[last]; i++) {
            top = connectNear(lattice, i, top);
            top = connectFar(lattice, i, top, farthest, latitude, longitude);
        }
        return top > Double.NEGATIVE_INFINITY;
    }

    private static double known(float speed) {
        return Float.isNaN(speed) ? 0 : speed / 3.6;
    }

    private void measure(double seconds, double metres, float before, float now, double noise) {
        sigma = noise;
        stops = now <= Habits.STANDS;
        straight = metres;
        correlation = Math.exp(-seconds / NOISE_LASTS);
        detour =
                DETOUR
                        + DETOUR_PER_SECOND * seconds
                        + DETOUR_PER_SIGMA * noise * Math.sqrt(1 - correlation);
        speedTells = seconds <= SPEED_TELLS && !Float.isNaN(before) && !Float.isNaN(now);
        travelled = (known(before) + known(now)) / 2 * seconds;
        // When the speed changed is not known: uniform in between.
        double unsure = (known(now) - known(before)) * seconds;
        gain = Math.min(1, GAIN_PER_SECOND * seconds + unsure * unsure / (12 * noise * noise));
        gain = speedTells ? gain : 1;
        double drift = SPEED_NOISE * seconds;
        travelledVariance = unsure * unsure / 12 + drift * drift;
    }

    /** On the same road, or turned around on it. */
    private double connectNear(Lattice lattice, int i, double best) {
        int from = lattice.keys[lattice.last()][i];
        double at = lattice.offsets[lattice.last()][i];
        double top = best;
        for (int j = 0; j < fix.size; j++) {
            double ahead = fix.offset[j] - at;
            if (fix.key[j] == from && ahead >= -Math.max(JITTER, 3 * sigma)) {
                top = Math.max(top, pair(lattice, i, j, ahead, 0));
                target[j] = -1;
            } else if (fix.key[j] == (from ^ 1)) {
                double way = Math.abs(fix.length[j] - fix.offset[j] - at);
                top = Math.max(top, pair(lattice, i, j, way, U_TURN));
                target[j] = -1;
            } else {
                target[j] = 0;
            }
        }
        return top;
    }

    /** Over the network, as far as it could still matter. */
    private double connectFar(
            Lattice lattice, int i, double best, double farthest, int latitude, int longitude) {
        int from = lattice.keys[lattice.last()][i];
        double rest = network.length(from >> 1) - lattice.offsets[lattice.last()][i];
        double bound = 0;
        int targets = 0;
        routes.clearTargets();
        for (int j = 0; j < fix.size; j++) {
            double margin = lattice.masses[i] + fix.heading[j] - (best - prune);
            if (target[j] == 0 && margin > 0) {
                bound = Math.max(bound, Math.min(farthest, straight + detour * margin) - rest);
                target[j] = targets++;
                routes.addTarget(fix.key[j]);
            } else {
                target[j] = -1;
            }
        }
        double top = best;
        if (targets > 0 && bound > 0) {
            routes.search(
                    from,
                    (float) (U_TURN * detour),
                    latitude,
                    longitude,
                    fix.perLongitude(),
                    (float) bound,
                    SLACK);
            for (int j = 0; j < fix.size; j++) {
                if (target[j] >= 0 && routes.way(target[j]) < Float.POSITIVE_INFINITY) {
                    double way = rest + routes.way(target[j]) + fix.offset[j];
                    top = Math.max(top, pair(lattice, i, j, way, 0));
                }
            }
        }
        return top;
    }

    private double pair(Lattice lattice, int i, int j, double way, double penalty) {
        double difference = speedTells ? way - travelled : 0;
        // A position that speed cannot explain at all is believed.
        double share = Math.abs(difference) > 3 * sigma + 10 ? 1 : gain;
        double smoothed = fix.offset[j] - (1 - share) * difference;
        double beyond = Math.max(0, Math.max(-smoothed, smoothed - fix.length[j]));
        double spread = share == 1 ? sigma : SMOOTHED * sigma;
        double total =
                lattice.masses[i]
                        - along(lattice, i, way)
                        - penalty
                        - beyond * beyond / (2 * spread * spread)
                        + across(lattice, i, j)
                        + fix.heading[j]
                        - unusual(lattice, i, j, smoothed);
        pairs[j][i] = total;
        if (total > best[j]) {
            best[j] = total;
            offset[j] = smoothed;
        }
        return total;
    }

    /** What it costs, nats, to have come so far along the roads. */
    private double along(Lattice lattice, int i, double way) {
        if (!speedTells) {
            return Math.abs(way - straight) / detour;
        }
        double before =
                lattice.residualsEast[i] * Math.cos(lattice.directions[i])
                        + lattice.residualsNorth[i] * Math.sin(lattice.directions[i]);
        double innovation = way - travelled - correlation * before;
        double fresh = 1 - correlation * correlation + FRESH_NOISE * FRESH_NOISE;
        double variance = sigma * sigma * fresh + travelledVariance;
        return Math.min(MOST_ALONG, innovation * innovation / (2 * variance));
    }

    /** What the position says across the road, knowing how far off the last one was; nats. */
    private double across(Lattice lattice, int i, int j) {
        double east = -fix.directionNorth[j];
        double north = fix.directionEast[j];
        double now = fix.residualEast[j] * east + fix.residualNorth[j] * north;
        double before = lattice.residualsEast[i] * east + lattice.residualsNorth[i] * north;
        double turn = turn(lattice, i, j);
        // After a turn, what was along the road is across it, and was not seen.
        double lasting = correlation * turn * turn;
        double innovation = now - lasting * before;
        double variance = 1 - lasting * lasting + FRESH_NOISE * FRESH_NOISE;
        double squares = innovation * innovation / variance;
        // In a bend the nearest point is a corner, and not all of the distance is across.
        squares +=
                Math.max(
                        0,
                        fix.residualEast[j] * fix.residualEast[j]
                                + fix.residualNorth[j] * fix.residualNorth[j]
                                - now * now);
        return -squares / (2 * sigma * sigma) - 0.5 * Math.log(variance);
    }

    private double unusual(Lattice lattice, int i, int j, double smoothed) {
        int from = lattice.keys[lattice.last()][i];
        boolean turns = speedTells && from != fix.key[j] && turn(lattice, i, j) < Habits.TURNED;
        return habits.leaving(from, fix.key[j])
                + (turns ? Habits.TURN : 0)
                + (stops && smoothed < Habits.BEHIND_JUNCTION ? Habits.STOP_THERE : 0);
    }

    /** Cosine of the angle between the directions of two candidates. */
    private double turn(Lattice lattice, int i, int j) {
        return Math.cos(lattice.directions[i]) * fix.directionEast[j]
                + Math.sin(lattice.directions[i]) * fix.directionNorth[j];
    }
}
