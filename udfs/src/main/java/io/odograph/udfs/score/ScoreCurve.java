// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How many points a value of a factor is worth: straight lines between points, level before the
 * first and after the last. The more, the worse: points never rise with the value.
 *
 * @param values values of the factor, rising
 * @param points points at each, 0..100, never rising; NaN in either stands for what is no number
 */
public record ScoreCurve(List<Double> values, List<Double> points) implements Serializable {

    /** Points that are worth a full score. */
    public static final double FULL = 100;

    private static final int MOST_POINTS = 20;

    /** Copies the lists. */
    public ScoreCurve {
        values = List.copyOf(values);
        points = List.copyOf(points);
    }

    /** Points at a value, 0..100. */
    public double at(double value) {
        int next = 0;
        while (next < values.size() && values.get(next) <= value) {
            next++;
        }
        if (next == 0 || next == values.size()) {
            return points.get(Math.max(0, next - 1));
        }
        double from = points.get(next - 1);
        double to = points.get(next);
        double part = (value - values.get(next - 1)) / (values.get(next) - values.get(next - 1));
        // Rounding must not take it below the point that it comes to.
        return Math.max(to, from + part * (to - from));
    }

    /** Why it cannot be used, each after where it stands; empty if it can. */
    List<String> problems(String place, double most) {
        List<String> problems = new ArrayList<>();
        int count = values.size();
        if (count < 2 || count > MOST_POINTS) {
            problems.add(place + ": must have 2 to " + MOST_POINTS + " points, has " + count);
        }
        for (int i = 0; i < count; i++) {
            String at = place + "[" + i + "]: ";
            double value = values.get(i);
            double worth = points.get(i);
            if (!(value >= 0 && value <= most && Double.isFinite(value))) {
                problems.add(at + "its first number must be 0 to " + most + ", is " + value);
            } else if (i > 0 && values.get(i - 1) >= value) {
                problems.add(at + "its first number must be above the one before, is " + value);
            }
            if (!(worth >= 0 && worth <= FULL)) {
                problems.add(at + "its second number must be 0 to 100, is " + worth);
            } else if (i > 0 && points.get(i - 1) < worth) {
                problems.add(
                        at + "its second number must not be above the one before, is " + worth);
            }
        }
        return problems;
    }
}
