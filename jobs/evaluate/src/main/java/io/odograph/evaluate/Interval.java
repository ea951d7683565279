// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.function.DoubleUnaryOperator;

/**
 * A 95 % confidence interval.
 *
 * @param low lower bound
 * @param high upper bound
 */
public record Interval(double low, double high) {

    /** 0.975 quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    private static final double TAIL = 0.025;

    /**
     * Of a share, by Wilson's score (1927): holds its level where normal approximations fail, near
     * 0 and 1.
     *
     * @param hits how many, 0 to {@code trials}
     * @param trials of how many; without any the share may be anything
     */
    public static Interval wilson(long hits, long trials) {
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double p = hits / (double) trials;
        double z2 = Z * Z / trials;
        double centre = p + z2 / 2;
        double half = Z * Math.sqrt(p * (1 - p) / trials + z2 / (4 * trials));
        double low = hits == 0 ? 0 : Math.max(0, (centre - half) / (1 + z2));
        double high = hits == trials ? 1 : Math.min(1, (centre + half) / (1 + z2));
        return new Interval(low, high);
    }

    /**
     * Of the mean of a count, exact (Garwood 1936): of no event at all it is 0 to 3.69.
     *
     * @param count events, 0 and up
     */
    public static Interval poisson(long count) {
        double low = count == 0 ? 0 : solve(mean -> 1 - cumulative(count - 1, mean), count, TAIL);
        return new Interval(low, solve(mean -> -cumulative(count, mean), count, -TAIL));
    }

    /** Both bounds times a factor. */
    public Interval times(double factor) {
        return new Interval(low * factor, high * factor);
    }

    /** Where a rising function of the mean reaches a level. */
    private static double solve(DoubleUnaryOperator rising, long count, double level) {
        double from = 0;
        double to = 2 * count + 10.0;
        for (int i = 0; i < 60; i++) {
            double middle = (from + to) / 2;
            if (rising.applyAsDouble(middle) < level) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return (from + to) / 2;
    }

    /** Probability of at most so many events. */
    private static double cumulative(long count, double mean) {
        double logTerm = -mean;
        double sum = StrictMath.exp(logTerm);
        for (long k = 1; k <= count; k++) {
            logTerm += StrictMath.log(mean / k);
            sum += StrictMath.exp(logTerm);
        }
        return sum;
    }
}
