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
 * together, and of the likeliest limit the likeliest road is named. A stated limit and an estimated
 * one are never the same: the estimate may not count at all. {@link Transitions} has the model.
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

    /** Longest interval between fixes that belong together, s. */
    private static final long MAX_GAP = 120_000;

    /** Farther off than so many standard deviations it has moved, whatever its speed says. */
    private static final double STANDING_DRIFT = 3;

    private static final int WIDTH = MatcherSettings.MAX_CANDIDATES;

    private final RoadNetwork network;
    private final MatcherSettings settings;
    private final long networkId;
    private final int[] sameLimit;
    private final Lattice lattice = new Lattice();
    private final FixCandidates fix;
    private final Transitions transitions;
    private final NextStep nextStep;

    /** From the last position to this one, m. */
    private double east;

    private double north;
    private final double[] posterior = new double[WIDTH];

    /** As in the state of the current vehicle. */
    private int told;

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
        this.nextStep = new NextStep(network, fix, transitions, settings.prune());
    }

    /** Limits that say the same, and are all stated or all estimated, get the same number. */
    private static int[] sameLimits(RoadLimit[] limits) {
        Map<List<Object>, Integer> numbers = new HashMap<>();
        int[] same = new int[limits.length];
        for (int i = 0; i < limits.length; i++) {
            RoadLimit limit = limits[i];
            boolean stated = limit.source().isStated();
            List<Object> content = List.of(limit.kind(), limit.kmh(), limit.clauses(), stated);
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
        if (follows(time) && stands(latitude, longitude, speed, sigma)) {
            lattice.repeat(east, north);
            decide(time, latitude, longitude, speed, matches);
            keep(state);
            return;
        }
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
            nextStep.append(lattice, isConnected, sigma);
            decide(time, latitude, longitude, speed, matches);
        }
        keep(state);
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
        keep(state);
    }

    /** Goes on where the vehicle's last fix left; keys of another network mean nothing here. */
    private void resume(MatcherState state, RoadMatches matches) {
        PackedLattice.unpack(state.steps, lattice);
        told = state.told;
        if (state.network != networkId) {
            for (int step = lattice.allTold ? lattice.steps : 0; step < lattice.steps; step++) {
                lattice.tell(step, RoadMatches.UNMATCHED, Float.NaN, 0, matches);
            }
            lattice.steps = 0;
            state.network = networkId;
            told = 0;
        } else if (lattice.steps > 0 && lattice.allTold != (settings.lag() == 0)) {
            // It was of a matcher with another lag: what that one held back is told now, and what
            // it told is not told again.
            for (int step = lattice.allTold ? lattice.steps : 0; step < lattice.steps; step++) {
                settle(step, matches);
            }
            lattice.steps = 0;
        }
    }

    private void keep(MatcherState state) {
        lattice.allTold = settings.lag() == 0;
        state.steps = PackedLattice.pack(lattice, state.steps);
        state.told = told;
    }

    private boolean follows(long time) {
        if (lattice.steps == 0) {
            return false;
        }
        long since = time - lattice.times[lattice.last()];
        return since >= 0 && since <= MAX_GAP;
    }

    /**
     * Whether it has not moved since the last fix, so that another position of the same place says
     * nothing new: at a stop line the noise would sooner or later put it into the side street.
     */
    private boolean stands(int latitude, int longitude, float speed, double sigma) {
        int last = lattice.last();
        if (!(speed <= Habits.STANDS && lattice.speeds[last] <= Habits.STANDS)) {
            return false;
        }
        double perLongitude = Metres.perLongitude(latitude);
        east = ((long) longitude - lattice.longitudes[last]) * perLongitude;
        north = ((long) latitude - lattice.latitudes[last]) * Metres.PER_UNIT;
        double errorEast = lattice.residualsEast[0] + east;
        double errorNorth = lattice.residualsNorth[0] + north;
        double most = STANDING_DRIFT * sigma;
        return errorEast * errorEast + errorNorth * errorNorth <= most * most;
    }

    private void decide(long time, int latitude, int longitude, float speed, RoadMatches matches) {
        lattice.stamp(time, latitude, longitude, speed);
        settleOldest(matches);
        lattice.dropUnlikely();
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
        chosen = lattice.begins[step] ? chosen : notBack(step, chosen);
        int key = lattice.keys[step][chosen];
        float at = Math.min(Math.max(lattice.offsets[step][chosen], 0), network.length(key >> 1));
        float confidence = (float) Math.min(1, chosenMass * lattice.onRoad[step]);
        told = key + 1;
        lattice.tell(step, key, at, confidence, matches);
    }

    /** Who creeps where two roads meet is not told on the second, then on the first again. */
    private int notBack(int step, int chosen) {
        int last = told - 1;
        if (last < 0 || !isFollowedBy(lattice.keys[step][chosen], last)) {
            return chosen;
        }
        for (int c = 0; c < lattice.sizes[step]; c++) {
            if (lattice.keys[step][c] == last && limit(step, c) == limit(step, chosen)) {
                return c;
            }
        }
        return chosen;
    }

    private boolean isFollowedBy(int key, int next) {
        return network.realNode(network.headNode(key)) == network.tailNode(next);
    }

    private int limit(int step, int candidate) {
        return sameLimit[network.limitId(lattice.keys[step][candidate])];
    }
}
