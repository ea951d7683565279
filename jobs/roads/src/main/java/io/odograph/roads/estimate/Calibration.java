// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

import io.odograph.roads.tags.Speed;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far estimates can be trusted, as measured on roads whose tag was hidden: cases are told apart
 * by source, class and agreement. Where these are few, they borrow from all classes, and from all
 * cases of the source.
 */
public final class Calibration {

    /** Two limits are the same if no sign could show one between them, km/h. */
    static final double SAME = 1;

    /** With how many cases of its own a kind of case counts as much as what it borrows. */
    private static final double BORROWED = 20;

    /** Before anything is measured: of a law, about what handbooks and tests of it found. */
    private static final double PRIOR = 0.3;

    /** Share of true limits that the upper bound holds. */
    private static final double BOUND = 0.95;

    /**
     * Fewer cases cannot show it: 0.95^59 is below 5 %, so that with 59 cases the highest one
     * bounds 95 % with 95 % confidence (Wilks 1941, non-parametric tolerance limits).
     */
    private static final int LEAST_CASES = 59;

    /** Upper ends of the buckets of agreement. */
    private static final double[] AGREEMENT = {0.5, 0.7, 0.9, 0.999};

    private record Key(LimitSource source, @Nullable RoadClass roadClass, int bucket) {}

    private static final class Cases {
        private int count;
        private int exact;
        private double[] excesses = new double[16];
        private double bound = Double.NaN;

        private void add(double excess, boolean isExact) {
            if (count == excesses.length) {
                excesses = Arrays.copyOf(excesses, count * 2);
            }
            excesses[count++] = excess;
            exact += isExact ? 1 : 0;
            bound = Double.NaN;
        }

        private double shrunk(double prior) {
            return (exact + BORROWED * prior) / (count + BORROWED);
        }

        private double bound() {
            if (Double.isNaN(bound)) {
                double[] sorted = Arrays.copyOf(excesses, count);
                Arrays.sort(sorted);
                bound = sorted[(int) Math.ceil(BOUND * count) - 1];
            }
            return bound;
        }
    }

    private final Map<Key, Cases> cases = new HashMap<>();
    private final Map<LimitSource, int[]> outcomes = new TreeMap<>();

    /** Nothing measured. */
    public Calibration() {}

    /** Adds a case: what was estimated and what is true. */
    public void add(Estimate estimate, Speed truth) {
        // The same limit even if both are infinite.
        boolean exact = isExact(estimate.speed(), truth);
        double excess = exact ? 0 : Math.max(0, truth.kmh() - estimate.speed().kmh());
        for (Key key : keys(estimate)) {
            cases.computeIfAbsent(key, k -> new Cases()).add(excess, exact);
        }
        int outcome = exact ? 0 : estimate.speed().kmh() < truth.kmh() ? 1 : 2;
        outcomes.computeIfAbsent(estimate.source(), s -> new int[3])[outcome]++;
    }

    /** Measured probability that an estimate is exact. */
    public double confidence(Estimate estimate) {
        double confidence = PRIOR;
        List<Key> keys = keys(estimate);
        for (int i = keys.size() - 1; i >= 0; i--) {
            Cases known = cases.get(keys.get(i));
            confidence = known == null ? confidence : known.shrunk(confidence);
        }
        return confidence;
    }

    /** Limit, km/h, that 95 % of true limits do not exceed; infinite where too few are known. */
    public double upperBound(Estimate estimate) {
        for (Key key : keys(estimate)) {
            Cases known = cases.get(key);
            if (known != null && known.count >= LEAST_CASES) {
                return estimate.speed().kmh() + known.bound();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** How many estimates of a source were exact, too low and too high. */
    public int[] outcomes(LimitSource source) {
        return outcomes.getOrDefault(source, new int[3]).clone();
    }

    /** Whether two limits are the same, whatever their units. */
    static boolean isExact(Speed estimate, Speed truth) {
        return estimate.kmh() == truth.kmh() || Math.abs(estimate.kmh() - truth.kmh()) < SAME;
    }

    /** From the most alike to all of the source. */
    private static List<Key> keys(Estimate estimate) {
        int bucket = 0;
        while (bucket < AGREEMENT.length && estimate.agreement() > AGREEMENT[bucket]) {
            bucket++;
        }
        bucket = 2 * bucket + (estimate.named() ? 1 : 0);
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(estimate.source(), estimate.roadClass(), bucket));
        keys.add(new Key(estimate.source(), null, bucket));
        keys.add(new Key(estimate.source(), null, -1));
        return keys;
    }
}
