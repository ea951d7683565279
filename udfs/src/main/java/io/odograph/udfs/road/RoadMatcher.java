// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells, fix by fix, which road a vehicle is on and in which direction: an online hidden Markov
 * model with forward probabilities and a fixed lag. With a lag of n fixes, each answer is what is
 * most likely knowing the n fixes after it; so it comes n fixes later.
 *
 * <p>What is decided is the limit: of all roads around, those with the same limit are weighed
 * together, and of the likeliest limit the likeliest road is named. {@link Transitions} has the
 * model.
 *
 * <p>Belongs to one thread, with room for its work; what it knows of a vehicle is in {@link
 * MatcherState}. The outcome depends on the state and the fixes alone.
 */
public final class RoadMatcher {

    /** Standard deviation of a position that says nothing of its accuracy, m. */
    private static final double UNSTATED = 8;

    /** Added to what a receiver says of its accuracy: the map has errors, too; m. */
    private static final double MAP_ERROR = 2;

    private static final double LEAST_SIGMA = 5;
    private static final double MOST_SIGMA = 30;

    /** Beyond this many standard deviations from all roads it is rather none of them. */
    private static final double OFF_ROAD = 3;

    /** Longest interval between fixes that belong together, s. */
    private static final long MAX_GAP = 120_000;

    private static final int WIDTH = MatcherSettings.MAX_CANDIDATES;

    private final RoadNetwork network;
    private final MatcherSettings settings;
    private final long networkId;
    private final int[] sameLimit;
    private final Lattice lattice = new Lattice();
    private final FixCandidates fix;
    private final Transitions transitions;

    private final double[] mass = new double[WIDTH];
    private final float[][] weights = new float[WIDTH][WIDTH];
    private final float[][] keptWeights = new float[WIDTH][];
    private final double[] posterior = new double[WIDTH];

    /**
     * Creates a matcher.
     *
     * @param network roads to match to
     * @param settings lag and effort
     */
    public RoadMatcher(RoadNetwork network, MatcherSettings settings) {
        this.network = network;
        this.settings = settings;
        this.networkId = Long.parseUnsignedLong(network.version(), 16);
        this.sameLimit = sameLimits(network.limits());
        this.fix = new FixCandidates(network, settings.candidates());
        this.transitions = new Transitions(network, fix, settings.prune());
    }

    /** Limits that say the same, wherever they come from, get the same number. */
    private static int[] sameLimits(RoadLimit[] limits) {
        Map<List<Object>, Integer> numbers = new HashMap<>();
        int[] same = new int[limits.length];
        for (int i = 0; i < limits.length; i++) {
            RoadLimit limit = limits[i];
            List<Object> content = List.of(limit.kind(), limit.kmh(), limit.clauses());
            Integer known = numbers.putIfAbsent(content, numbers.size());
            same[i] = known == null ? numbers.size() - 1 : known;
        }
        return same;
    }

    /** The roads. */
    public RoadNetwork network() {
        return network;
    }

    /** Nodes that were settled in all searches so far: the cost that counts. */
    long settled() {
        return transitions.settled();
    }

    /**
     * Takes the vehicle's next fix.
     *
     * @param state the vehicle's state, changed
     * @param time event time, ms; where it falls, nothing connects it with the fix before
     * @param latitude degrees times 10^7
     * @param longitude degrees times 10^7
     * @param speed km/h, or NaN
     * @param course direction over ground, degrees clockwise from north, or NaN
     * @param accuracy radius of the error as the receiver states it, m, or NaN
     * @param matches takes this fix, or earlier ones, as far as they are decided
     */
    public void accept(
            MatcherState state,
            long time,
            int latitude,
            int longitude,
            float speed,
            float course,
            float accuracy,
            RoadMatches matches) {
        resume(state, matches);
        double sigma =
                Float.isNaN(accuracy)
                        ? UNSTATED
                        : Math.min(Math.max(accuracy + MAP_ERROR, LEAST_SIGMA), MOST_SIGMA);
        fix.find(latitude, longitude, speed, course, sigma);
        boolean isConnected =
                fix.size > 0
                        && follows(time)
                        && transitions.connect(lattice, time, latitude, longitude, speed, sigma);
        if (!isConnected) {
            settleAll(matches);
        }
        if (fix.size == 0) {
            matches.matched(
                    time, latitude, longitude, speed, RoadMatches.UNMATCHED, Float.NaN, 0, true);
        } else {
            append(isConnected, sigma);
            lattice.stamp(time, latitude, longitude, speed);
            settleOldest(matches);
            lattice.dropUnlikely();
        }
        state.steps = PackedLattice.pack(lattice, state.steps);
    }

    /**
     * Decides all that is held back, since nothing follows that belongs to it.
     *
     * @param state the vehicle's state, empty afterwards
     * @param matches takes the fixes
     */
    public void flush(MatcherState state, RoadMatches matches) {
        resume(state, matches);
        settleAll(matches);
        state.steps = PackedLattice.pack(lattice, state.steps);
    }

    /** Goes on where the vehicle's last fix left; keys of another network mean nothing here. */
    private void resume(MatcherState state, RoadMatches matches) {
        PackedLattice.unpack(state.steps, lattice);
        if (state.network != networkId) {
            for (int step = firstHeldBack(); step < lattice.steps; step++) {
                lattice.tell(step, RoadMatches.UNMATCHED, Float.NaN, 0, matches);
            }
            lattice.steps = 0;
            state.network = networkId;
        }
    }

    private boolean follows(long time) {
        if (lattice.steps == 0) {
            return false;
        }
        long since = time - lattice.times[lattice.last()];
        return since >= 0 && since <= MAX_GAP;
    }

    /** Without a lag the last step is told already, and kept for what follows alone. */
    private int firstHeldBack() {
        return settings.lag() == 0 ? lattice.steps : 0;
    }

    private void settleAll(RoadMatches matches) {
        for (int step = firstHeldBack(); step < lattice.steps; step++) {
            settle(step, matches);
        }
        lattice.steps = 0;
    }

    private void settleOldest(RoadMatches matches) {
        if (settings.lag() == 0) {
            settle(lattice.last(), matches);
        }
        while (lattice.steps > Math.max(1, settings.lag())) {
            if (settings.lag() > 0) {
                settle(0, matches);
            }
            lattice.dropFirst();
        }
    }

    private void settle(int step, RoadMatches matches) {
        lattice.posterior(step, posterior);
        int chosen = 0;
        double chosenMass = -1;
        for (int c = 0; c < lattice.sizes[step]; c++) {
            double sum = 0;
            for (int d = 0; d < lattice.sizes[step]; d++) {
                sum += limit(step, c) == limit(step, d) ? posterior[d] : 0;
            }
            boolean sameLimit = limit(step, c) == limit(step, chosen);
            if (sameLimit ? posterior[c] > posterior[chosen] : sum > chosenMass) {
                chosen = c;
            }
            chosenMass = Math.max(chosenMass, sum);
        }
        int key = lattice.keys[step][chosen];
        float at = Math.min(Math.max(lattice.offsets[step][chosen], 0), network.length(key >> 1));
        float confidence = (float) Math.min(1, chosenMass * lattice.onRoad[step]);
        lattice.tell(step, key, at, confidence, matches);
    }

    private int limit(int step, int candidate) {
        return sameLimit[network.limitId(lattice.keys[step][candidate])];
    }

    /** Adds the fix to the lattice: its candidates, the likeliest first, with where from. */
    private void append(boolean isConnected, double sigma) {
        if (isConnected) {
            weigh(lattice.sizes[lattice.last()]);
        } else {
            for (int j = 0; j < fix.size; j++) {
                double leaving = transitions.isMinor(fix.key[j]) ? Transitions.LEAVE_ROAD : 0;
                mass[j] = fix.score[j] - leaving;
                transitions.offset[j] = fix.offset[j];
            }
        }
        double top = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < fix.size; j++) {
            top = Math.max(top, mass[j]);
        }
        int size = 0;
        for (int next = likeliest(top); next >= 0; next = likeliest(top)) {
            keptWeights[size] = weights[next];
            lattice.place(size, fix, next, transitions.offset[next], mass[next] - top);
            mass[next] = Double.NEGATIVE_INFINITY;
            size++;
        }
        double excess = fix.nearest / (sigma * sigma) - OFF_ROAD * OFF_ROAD;
        lattice.append(size, keptWeights, isConnected, 1 / (1 + Math.exp(excess)));
    }

    /** Sums over where each candidate may have come from. */
    private void weigh(int before) {
        for (int j = 0; j < fix.size; j++) {
            double best = transitions.best[j];
            if (best == Double.NEGATIVE_INFINITY) {
                mass[j] = best;
                continue;
            }
            double sum = 0;
            for (int i = 0; i < before; i++) {
                double weight = Math.exp(transitions.pairs[j][i] - best);
                weights[j][i] = (float) weight;
                sum += weight;
            }
            mass[j] = best + Math.log(sum);
            for (int i = 0; i < before; i++) {
                weights[j][i] /= (float) sum;
            }
        }
    }

    /** The likeliest candidate that is left and worth it, or -1. */
    private int likeliest(double top) {
        int likeliest = -1;
        for (int j = 0; j < fix.size; j++) {
            if (mass[j] >= top - settings.prune()
                    && (likeliest < 0
                            || mass[j] > mass[likeliest]
                            || (mass[j] == mass[likeliest] && fix.key[j] < fix.key[likeliest]))) {
                likeliest = j;
            }
        }
        return likeliest;
    }
}
