// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/** Appends a fix to a lattice: the candidates worth keeping, with where they may have come from. */
final class NextStep {

    /** Beyond this many standard deviations from all roads it is rather none of them. */
    private static final double OFF_ROAD = 3;

    /** What is left of the confidence where a fix is too vague: not enough to accuse anybody. */
    private static final double VAGUE = 0.8;

    private static final int WIDTH = MatcherSettings.MAX_CANDIDATES;

    private final FixCandidates fix;
    private final Transitions transitions;
    private final Habits habits;
    private final double prune;
    private final double[] mass = new double[WIDTH];
    private final float[][] weights = new float[WIDTH][WIDTH];
    private final float[][] keptWeights = new float[WIDTH][];

    NextStep(RoadNetwork network, FixCandidates fix, Transitions transitions, double prune) {
        this.fix = fix;
        this.transitions = transitions;
        this.habits = new Habits(network);
        this.prune = prune;
    }

    /** Adds the fix to the lattice: its candidates, the likeliest first, with where from. */
    void append(Lattice lattice, boolean isConnected, double sigma) {
        if (isConnected) {
            weigh(lattice.sizes[lattice.last()]);
        } else {
            for (int j = 0; j < fix.size; j++) {
                mass[j] = fix.score[j] - habits.beginning(fix.key[j]);
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
        double isOnRoad = 1 / (1 + Math.exp(excess));
        lattice.append(size, keptWeights, isConnected, fix.vague ? VAGUE * isOnRoad : isOnRoad);
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
            if (mass[j] >= top - prune
                    && (likeliest < 0
                            || mass[j] > mass[likeliest]
                            || (mass[j] == mass[likeliest] && fix.key[j] < fix.key[likeliest]))) {
                likeliest = j;
            }
        }
        return likeliest;
    }
}
