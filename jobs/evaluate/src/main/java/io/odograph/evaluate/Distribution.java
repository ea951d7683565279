// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * What is told of many measured numbers.
 *
 * @param count how many; NaN does not count
 * @param median NaN where there is none
 * @param p95 nearest-rank 95th percentile, NaN where there is none
 */
public record Distribution(int count, double median, double p95) {

    /** Of one number of each item; NaN is left out. */
    public static <T> Distribution of(Collection<T> items, ToDoubleFunction<T> number) {
        double[] sorted =
                items.stream().mapToDouble(number).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return ofSorted(sorted);
    }

    /** Of numbers in any order, none NaN. */
    public static Distribution of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return ofSorted(sorted);
    }

    private static Distribution ofSorted(double[] sorted) {
        int n = sorted.length;
        if (n == 0) {
            return new Distribution(0, Double.NaN, Double.NaN);
        }
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Distribution(n, median, sorted[(int) Math.ceil(0.95 * n) - 1]);
    }
}
