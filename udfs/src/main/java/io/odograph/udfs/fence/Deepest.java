// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.util.Arrays;

/**
 * Finds the deepest point of a way. A depth changes no faster than the way is long, which bounds
 * what may be between two points; the most promising gap is halved until none is worth it.
 */
final class Deepest {

    /** Values that are computed at most. */
    private static final int VALUES = 64;

    /** What a deeper point must win to be worth it: a part of the depth, and a least one, m. */
    private static final double WORTH = 0.02;

    private static final double LEAST = 0.1;

    private final double[] fractions = new double[VALUES];
    private final double[] depths = new double[VALUES];
    private int size;

    private Deepest() {}

    /**
     * The deepest point.
     *
     * @param depth depth at a fraction of the way, m
     * @param within between which fractions
     * @param length length of the way, m
     */
    static Depth of(FenceGeometry.AlongWay depth, Crossing within, double length) {
        Deepest search = new Deepest();
        search.insert(0, within.first(), depth);
        search.insert(1, within.last(), depth);
        int gap = search.bestGap(length);
        while (gap >= 0 && search.size < VALUES) {
            double middle = (search.fractions[gap] + search.fractions[gap + 1]) / 2;
            search.insert(gap + 1, middle, depth);
            gap = search.bestGap(length);
        }
        int deepest = search.deepest();
        return new Depth(search.fractions[deepest], search.depths[deepest]);
    }

    private void insert(int at, double fraction, FenceGeometry.AlongWay depth) {
        System.arraycopy(fractions, at, fractions, at + 1, size - at);
        System.arraycopy(depths, at, depths, at + 1, size - at);
        fractions[at] = fraction;
        depths[at] = depth.at(fraction);
        size++;
    }

    private int deepest() {
        double most = Arrays.stream(depths, 0, size).max().orElseThrow();
        int at = 0;
        while (depths[at] < most) {
            at++;
        }
        return at;
    }

    /** The gap that may hide the deepest point; -1 if none is worth a look. */
    private int bestGap(double length) {
        double known = depths[deepest()];
        double most = known + Math.max(LEAST, known * WORTH);
        int best = -1;
        for (int i = 0; i + 1 < size; i++) {
            double gap = (fractions[i + 1] - fractions[i]) * length;
            double bound = (depths[i] + depths[i + 1] + gap) / 2;
            if (bound > most) {
                most = bound;
                best = i;
            }
        }
        return best;
    }
}
