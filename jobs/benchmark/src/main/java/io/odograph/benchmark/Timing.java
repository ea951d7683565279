// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import java.util.Arrays;

/**
 * How fast a contender was.
 *
 * @param rates fixes per second of processor time, by round
 * @param allocated bytes per fix
 * @param share of a processor that it had, 0..1
 */
record Timing(double[] rates, double allocated, double share) {

    /** The middle of all rounds. */
    double median() {
        return median(rates);
    }

    double least() {
        return Arrays.stream(rates).min().orElseThrow();
    }

    double most() {
        return Arrays.stream(rates).max().orElseThrow();
    }

    /**
     * How many times as fast as another: the median over the rounds, each against the same round of
     * the other, so that a disturbance of both does not show.
     */
    double over(Timing other) {
        double[] ratios = new double[rates.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = rates[i] / other.rates[i];
        }
        return median(ratios);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
