// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limit that most of the length of each group of roads has, all over the region. */
public final class GroupModes {

    /** Fewer roads tell nothing of a region; judgement. */
    private static final int LEAST_ROADS = 5;

    private final double[][][] weights;
    private final int[][] roads;
    private final int values;

    /** Sums up the voters, apart for each fold. */
    public GroupModes(List<Voter> voters, int groups, int values) {
        this.values = values;
        this.weights = new double[groups][][];
        this.roads = new int[groups][Voter.FOLDS];
        for (Voter voter : voters) {
            if (weights[voter.group()] == null) {
                weights[voter.group()] = new double[Voter.FOLDS][values];
            }
            weights[voter.group()][voter.fold()][voter.value()] += voter.weight();
            roads[voter.group()][voter.fold()]++;
        }
    }

    /** The mode of a group without a hidden fold (or -1); null where too few are known. */
    public @Nullable Vote mode(int group, int hidden) {
        double[][] folds = weights[group];
        if (folds == null) {
            return null;
        }
        double[] sum = new double[values];
        int known = 0;
        for (int fold = 0; fold < folds.length; fold++) {
            if (fold != hidden) {
                known += roads[group][fold];
                for (int i = 0; i < values; i++) {
                    sum[i] += folds[fold][i];
                }
            }
        }
        return known < LEAST_ROADS ? null : Neighbours.outcome(sum, new boolean[values]);
    }
}
