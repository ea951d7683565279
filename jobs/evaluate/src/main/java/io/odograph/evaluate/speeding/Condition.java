// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a receiver is like.
 *
 * @param sigma standard deviation of its position per axis, m
 * @param interval seconds between fixes
 * @param heading whether it reports the direction over ground
 */
public record Condition(double sigma, int interval, boolean heading) {

    private static final double[] SIGMAS = {5, 10, 20};
    private static final int[] INTERVALS = {1, 5, 15, 30};

    /** All that are judged: with heading first, the best receiver first. */
    static List<Condition> all() {
        List<Condition> all = new ArrayList<>();
        for (boolean heading : new boolean[] {true, false}) {
            for (double sigma : SIGMAS) {
                for (int interval : INTERVALS) {
                    all.add(new Condition(sigma, interval, heading));
                }
            }
        }
        return all;
    }

    /** As in {@code 5 m, 1 s, heading}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%2.0f m, %2d s, %s",
                sigma,
                interval,
                heading ? "heading" : "no heading");
    }
}
