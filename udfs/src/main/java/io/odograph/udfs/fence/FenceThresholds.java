// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a crossing counts. Of a fence, NaN stands for what it does not state. A state type:
 * components are only ever added.
 *
 * @param confirmations fixes in a row on the other side from which a crossing counts, 1..10: one
 *     fix that is off must not be a crossing (Tracelet asks for 2)
 * @param hysteresis how far outside a vehicle must be to have left, m, 0..500, beyond the accuracy
 *     of its position
 * @param minInside how long it must have been inside for that to count, s, 0..86400
 * @param minOutside how long it must have been outside for that to count, s, 0..86400
 * @param dwell how long a visit must last for a dwell to be told, s, 0..604800; 0: none is
 * @param updateEvery how often an open breach is told anew, s, 0..604800; 0: never
 */
public record FenceThresholds(
        double confirmations,
        double hysteresis,
        double minInside,
        double minOutside,
        double dwell,
        double updateEvery)
        implements Serializable {

    /** Option of {@link #confirmations}. */
    public static final String CONFIRMATIONS = "geofence.confirmations";

    /** Option of {@link #hysteresis}. */
    public static final String HYSTERESIS = "geofence.hysteresis";

    /** Option of {@link #minInside}. */
    public static final String MIN_INSIDE = "geofence.min-inside";

    /** Option of {@link #minOutside}. */
    public static final String MIN_OUTSIDE = "geofence.min-outside";

    /** Option of {@link #dwell}. */
    public static final String DWELL = "geofence.dwell";

    /** Option of {@link #updateEvery}. */
    public static final String UPDATE_EVERY = "geofence.update-every";

    /** Largest hysteresis, m. */
    public static final double MAX_HYSTERESIS = 500;

    /**
     * What holds by default: two fixes and 25 m, as phones and trackers in cities err (Tracelet);
     * no least time, so that driving through is told; a dwell after five minutes, when freight
     * calls a stop long (NMFTA).
     */
    public static final FenceThresholds DEFAULTS = new FenceThresholds(2, 25, 0, 0, 300, 900);

    /** States nothing. */
    public static final FenceThresholds NONE =
            new FenceThresholds(
                    Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** These, and others for what these do not state. */
    public FenceThresholds orElse(FenceThresholds others) {
        return new FenceThresholds(
                either(confirmations, others.confirmations),
                either(hysteresis, others.hysteresis),
                either(minInside, others.minInside),
                either(minOutside, others.minOutside),
                either(dwell, others.dwell),
                either(updateEvery, others.updateEvery));
    }

    /** These, changed by those of a rule, by option. */
    public FenceThresholds with(Map<String, Double> changes) {
        return new FenceThresholds(
                changes.getOrDefault(CONFIRMATIONS, confirmations),
                changes.getOrDefault(HYSTERESIS, hysteresis),
                changes.getOrDefault(MIN_INSIDE, minInside),
                changes.getOrDefault(MIN_OUTSIDE, minOutside),
                changes.getOrDefault(DWELL, dwell),
                changes.getOrDefault(UPDATE_EVERY, updateEvery));
    }

    private static double either(double first, double second) {
        return Double.isNaN(first) ? second : first;
    }

    /** Those that are stated, by option. */
    public Map<String, Double> byOption() {
        Map<String, Double> stated = new TreeMap<>();
        stated.put(CONFIRMATIONS, confirmations);
        stated.put(HYSTERESIS, hysteresis);
        stated.put(MIN_INSIDE, minInside);
        stated.put(MIN_OUTSIDE, minOutside);
        stated.put(DWELL, dwell);
        stated.put(UPDATE_EVERY, updateEvery);
        stated.values().removeIf(value -> Double.isNaN(value));
        return stated;
    }
}
