// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.util.Arrays;

/**
 * The steps of one vehicle while it is worked on: per fix the candidates, and how likely each of
 * them is for every candidate of the last fix. Belongs to one thread.
 */
final class Lattice {

    private static final int MAX_STEPS = MatcherSettings.MAX_LAG + 1;
    private static final int WIDTH = MatcherSettings.MAX_CANDIDATES;

    /** A place that is smoothed may be a little beyond the ends of its key, m. */
    private static final double BEYOND = 20;

    /** A candidate that is less likely than this, whatever comes, is given up. */
    private static final float NEGLIGIBLE = 0.002f;

    int steps;

    /** Whether the steps are told already, as without a lag. */
    boolean allTold;

    final int[] sizes = new int[MAX_STEPS];
    final boolean[] begins = new boolean[MAX_STEPS];
    final long[] times = new long[MAX_STEPS];
    final int[] latitudes = new int[MAX_STEPS];
    final int[] longitudes = new int[MAX_STEPS];
    final float[] speeds = new float[MAX_STEPS];

    /** Per step: probability that the vehicle is on any known road. */
    final float[] onRoad = new float[MAX_STEPS];

    final int[][] keys = new int[MAX_STEPS][WIDTH];
    final float[][] offsets = new float[MAX_STEPS][WIDTH];

    /** Per step and candidate of the last step: how likely each candidate of the step is then. */
    final float[][][] links = new float[MAX_STEPS][WIDTH][WIDTH];

    /** Of the last step: logarithm of the likelihood of all ways to a candidate, the largest 0. */
    final float[] masses = new float[WIDTH];

    /** Of the last step: metres from the candidate to the fix. */
    final float[] residualsEast = new float[WIDTH];

    final float[] residualsNorth = new float[WIDTH];

    /** Of the last step: direction of travel, rad counter-clockwise from east. */
    final float[] directions = new float[WIDTH];

    private final float[][] carried = new float[WIDTH][WIDTH];

    int last() {
        return steps - 1;
    }

    /**
     * Places a candidate of the step that is about to be appended.
     *
     * @param at its place
     * @param fix candidates of the fix
     * @param j which of them
     * @param offset where it is on its key, smoothed
     * @param mass its mass
     */
    void place(int at, FixCandidates fix, int j, double offset, double mass) {
        keys[steps][at] = fix.key[j];
        double within = Math.min(Math.max(offset, -BEYOND), fix.length[j] + BEYOND);
        offsets[steps][at] = (float) within;
        masses[at] = (float) mass;
        double along = fix.offset[j] - within;
        residualsEast[at] = (float) (fix.residualEast[j] + along * fix.directionEast[j]);
        residualsNorth[at] = (float) (fix.residualNorth[j] + along * fix.directionNorth[j]);
        directions[at] = (float) Math.atan2(fix.directionNorth[j], fix.directionEast[j]);
    }

    /**
     * Appends the step whose candidates were placed.
     *
     * @param size how many were placed
     * @param weights per candidate, how likely it came from each of the last step
     * @param isConnected whether it follows on the last step
     * @param isOnRoad probability that the vehicle is on any of them
     */
    void append(int size, float[][] weights, boolean isConnected, double isOnRoad) {
        if (isConnected) {
            carryLinks(size, weights);
        }
        sizes[steps] = size;
        begins[steps] = !isConnected;
        onRoad[steps] = PackedLattice.rounded(isOnRoad);
        steps++;
    }

    /**
     * Appends a step with the candidates of the last one: the vehicle has not moved, but the error
     * of its position has.
     *
     * @param east by how much, m
     * @param north by how much, m
     */
    void repeat(double east, double north) {
        int last = last();
        int size = sizes[last];
        for (int j = 0; j < size; j++) {
            residualsEast[j] += (float) east;
            residualsNorth[j] += (float) north;
            keys[steps][j] = keys[last][j];
            offsets[steps][j] = offsets[last][j];
            Arrays.fill(carried[j], 0, size, 0);
            carried[j][j] = 1;
        }
        for (int j = 0; j < size; j++) {
            System.arraycopy(carried[j], 0, links[last][j], 0, size);
        }
        sizes[steps] = size;
        begins[steps] = false;
        onRoad[steps] = onRoad[last];
        steps++;
    }

    /** Sets what the last step's fix was. */
    void stamp(long time, int latitude, int longitude, float speed) {
        times[last()] = time;
        latitudes[last()] = latitude;
        longitudes[last()] = longitude;
        speeds[last()] = speed;
    }

    /** Tells the fix of a step with its match. */
    void tell(int step, int key, float offset, float confidence, RoadMatches matches) {
        matches.matched(
                times[step],
                latitudes[step],
                longitudes[step],
                speeds[step],
                key,
                offset,
                confidence,
                begins[step]);
    }

    private void carryLinks(int size, float[][] weights) {
        int own = sizes[steps - 1];
        for (int s = 0; s < steps; s++) {
            for (int j = 0; j < size; j++) {
                for (int c = 0; c < sizes[s]; c++) {
                    float sum = s == steps - 1 ? weights[j][c] : 0;
                    for (int i = 0; s < steps - 1 && i < own; i++) {
                        sum += weights[j][i] * links[s][i][c];
                    }
                    carried[j][c] = sum;
                }
            }
            for (int j = 0; j < size; j++) {
                System.arraycopy(carried[j], 0, links[s][j], 0, sizes[s]);
            }
        }
    }

    /** Probability of a candidate of a step, given all that came since; they add up to 1. */
    void posterior(int step, double[] into) {
        int size = sizes[steps - 1];
        double sum = 0;
        Arrays.fill(into, 0, sizes[step], 0);
        for (int j = 0; j < size; j++) {
            double p = Math.exp(masses[j]);
            sum += p;
            if (step == steps - 1) {
                into[j] = p;
            } else {
                for (int c = 0; c < sizes[step]; c++) {
                    into[c] += p * links[step][j][c];
                }
            }
        }
        for (int c = 0; c < sizes[step]; c++) {
            into[c] /= sum;
        }
    }

    /** Gives up the first step. */
    void dropFirst() {
        steps--;
        for (int s = 0; s < steps; s++) {
            move(s + 1, s);
        }
    }

    private void move(int from, int to) {
        sizes[to] = sizes[from];
        begins[to] = begins[from];
        onRoad[to] = onRoad[from];
        times[to] = times[from];
        latitudes[to] = latitudes[from];
        longitudes[to] = longitudes[from];
        speeds[to] = speeds[from];
        int[] key = keys[to];
        keys[to] = keys[from];
        keys[from] = key;
        float[] offset = offsets[to];
        offsets[to] = offsets[from];
        offsets[from] = offset;
        float[][] link = links[to];
        links[to] = links[from];
        links[from] = link;
    }

    /** Gives up candidates of earlier steps that hardly matter for any of the last step. */
    void dropUnlikely() {
        int size = sizes[steps - 1];
        for (int s = 0; s < steps - 1; s++) {
            int kept = 0;
            for (int c = 0; c < sizes[s]; c++) {
                float most = 0;
                for (int j = 0; j < size; j++) {
                    most = Math.max(most, links[s][j][c]);
                }
                if (most >= NEGLIGIBLE) {
                    keys[s][kept] = keys[s][c];
                    offsets[s][kept] = offsets[s][c];
                    for (int j = 0; j < size; j++) {
                        links[s][j][kept] = links[s][j][c];
                    }
                    kept++;
                }
            }
            sizes[s] = kept;
        }
    }
}
