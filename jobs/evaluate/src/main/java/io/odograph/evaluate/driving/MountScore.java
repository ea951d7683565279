// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import java.util.ArrayList;
import java.util.List;

/**
 * How well and how fast it is learned how devices lie.
 *
 * @param minutes of driving until it was learned, one for each time that it was to be
 * @param errors how far it was off after 15 minutes of driving, degrees; infinite where it was not
 *     learned
 */
record MountScore(List<Double> minutes, List<Double> errors) {

    /** Nothing judged. */
    static final MountScore NONE = new MountScore(List.of(), List.of());

    /** What is right, degrees. */
    private static final double RIGHT = 5;

    MountScore plus(MountScore other) {
        return new MountScore(joined(minutes, other.minutes), joined(errors, other.errors));
    }

    private static List<Double> joined(List<Double> one, List<Double> other) {
        List<Double> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** Of those, how many were right in time. */
    HarshScore.Share inTime() {
        int right = (int) errors.stream().filter(error -> error <= RIGHT).count();
        return new HarshScore.Share(errors.size(), right);
    }

    /** A quantile of numbers, or NaN of none. */
    static double quantile(List<Double> numbers, double share) {
        if (numbers.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = numbers.stream().sorted().toList();
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index));
    }
}
