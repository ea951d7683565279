// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thresholds of speeding that rules may override. Frozen into an episode when it begins. A state
 * type: components are only ever added.
 *
 * @param enabled 1 where speeding is watched, 0 where not. Default 1
 * @param toleranceAbsolute excess that always passes, km/h. Default 10: eDriving and MediRoutes (10
 *     mph on fast, 5 mph on slow roads) and the guidance of British police (10 % + 2 mph) lie
 *     around it
 * @param toleranceRelative excess that always passes, % of the limit; the larger of the two counts.
 *     Default 10: a speedometer may err by 10 % (UN R39), British police guidance
 * @param hysteresis how far below its tolerance an excess must fall to count as over, km/h. Default
 *     3: error of satellite speed in cars (RMSE 2.3 km/h measured)
 * @param minDuration how long a vehicle must be above the tolerance, s. Default 10: MediRoutes;
 *     Motive and eDriving wait for 60
 * @param mergeGap an excess that returns within so long is the same episode, s. Default 5: Damoov
 * @param maxGap for so long nothing need be known of speed, road and limit before an episode is
 *     over, s. Default 60: two reports at the slowest usual sampling of 30 s
 * @param limitDebounce for so long a changed limit must have held before it counts, s. Default 3:
 *     in recorded drives 40 % of the stretches of one limit last 2 s or less
 * @param bandHold for so long a band must have held before it counts, s. Default 3: Damoov's
 *     shortest event
 * @param majorAbsolute excess from which the band is MAJOR, km/h. Default 16 (10 mph): Lightfoot
 * @param majorRelative excess that it must reach as well, % of the limit. Default 25: Lightfoot
 * @param severeAbsolute excess from which the band is SEVERE, km/h. Default 30 (19 mph): Lightfoot
 * @param severeRelative excess that it must reach as well, % of the limit. Default 40: Lightfoot
 * @param minMatchConfidence probability that the road's limit is the right one for the vehicle's
 *     place, from which it counts, 0..1. Default 0.9: lets 0.02 to 0.5 % of reports through with
 *     too low a limit, by simulated drives with 5 to 15 m of noise
 * @param minLimitConfidence probability that the map's limit is right, from which it counts, 0..1.
 *     Default 0.8: hidden tags were estimated right by their neighbours in 81 to 87 % of roads, by
 *     the law's defaults in 26 to 47 %
 * @param inferred what estimated limits count for: 0 for nothing, 1 for their upper bound, 2 as if
 *     posted. Default 0: even good estimates are too low for 4 to 15 % of roads
 */
public record SpeedingThresholds(
        double enabled,
        double toleranceAbsolute,
        double toleranceRelative,
        double hysteresis,
        double minDuration,
        double mergeGap,
        double maxGap,
        double limitDebounce,
        double bandHold,
        double majorAbsolute,
        double majorRelative,
        double severeAbsolute,
        double severeRelative,
        double minMatchConfidence,
        double minLimitConfidence,
        double inferred)
        implements Serializable {

    /** Name of {@link #enabled}. */
    public static final String ENABLED = "speeding.enabled";

    /** Name of {@link #toleranceAbsolute}. */
    public static final String TOLERANCE_ABSOLUTE = "speeding.tolerance.absolute";

    /** Name of {@link #toleranceRelative}. */
    public static final String TOLERANCE_RELATIVE = "speeding.tolerance.relative";

    /** Name of {@link #hysteresis}. */
    public static final String HYSTERESIS = "speeding.hysteresis";

    /** Name of {@link #minDuration}. */
    public static final String MIN_DURATION = "speeding.min-duration";

    /** Name of {@link #mergeGap}. */
    public static final String MERGE_GAP = "speeding.merge-gap";

    /** Name of {@link #maxGap}. */
    public static final String MAX_GAP = "speeding.max-gap";

    /** Name of {@link #limitDebounce}. */
    public static final String LIMIT_DEBOUNCE = "speeding.limit-debounce";

    /** Name of {@link #bandHold}. */
    public static final String BAND_HOLD = "speeding.band.hold";

    /** Name of {@link #majorAbsolute}. */
    public static final String MAJOR_ABSOLUTE = "speeding.band.major.absolute";

    /** Name of {@link #majorRelative}. */
    public static final String MAJOR_RELATIVE = "speeding.band.major.relative";

    /** Name of {@link #severeAbsolute}. */
    public static final String SEVERE_ABSOLUTE = "speeding.band.severe.absolute";

    /** Name of {@link #severeRelative}. */
    public static final String SEVERE_RELATIVE = "speeding.band.severe.relative";

    /** Name of {@link #minMatchConfidence}. */
    public static final String MIN_MATCH_CONFIDENCE = "speeding.min-match-confidence";

    /** Name of {@link #minLimitConfidence}. */
    public static final String MIN_LIMIT_CONFIDENCE = "speeding.min-limit-confidence";

    /** Name of {@link #inferred}. */
    public static final String INFERRED = "speeding.inferred";

    /** The documented defaults. */
    public static final SpeedingThresholds DEFAULTS =
            new SpeedingThresholds(1, 10, 10, 3, 10, 5, 60, 3, 3, 16, 25, 30, 40, 0.9, 0.8, 0);

    /** These by name, in the order of the names. */
    public Map<String, Double> byName() {
        Map<String, Double> all = new TreeMap<>();
        all.put(ENABLED, enabled);
        all.put(TOLERANCE_ABSOLUTE, toleranceAbsolute);
        all.put(TOLERANCE_RELATIVE, toleranceRelative);
        all.put(HYSTERESIS, hysteresis);
        all.put(MIN_DURATION, minDuration);
        all.put(MERGE_GAP, mergeGap);
        all.put(MAX_GAP, maxGap);
        all.put(LIMIT_DEBOUNCE, limitDebounce);
        all.put(BAND_HOLD, bandHold);
        all.put(MAJOR_ABSOLUTE, majorAbsolute);
        all.put(MAJOR_RELATIVE, majorRelative);
        all.put(SEVERE_ABSOLUTE, severeAbsolute);
        all.put(SEVERE_RELATIVE, severeRelative);
        all.put(MIN_MATCH_CONFIDENCE, minMatchConfidence);
        all.put(MIN_LIMIT_CONFIDENCE, minLimitConfidence);
        all.put(INFERRED, inferred);
        return all;
    }

    /** These with some overridden by name; unknown names are the caller's to refuse. */
    public SpeedingThresholds with(Map<String, Double> overrides) {
        Map<String, Double> all = byName();
        all.putAll(overrides);
        return new SpeedingThresholds(
                all.get(ENABLED),
                all.get(TOLERANCE_ABSOLUTE),
                all.get(TOLERANCE_RELATIVE),
                all.get(HYSTERESIS),
                all.get(MIN_DURATION),
                all.get(MERGE_GAP),
                all.get(MAX_GAP),
                all.get(LIMIT_DEBOUNCE),
                all.get(BAND_HOLD),
                all.get(MAJOR_ABSOLUTE),
                all.get(MAJOR_RELATIVE),
                all.get(SEVERE_ABSOLUTE),
                all.get(SEVERE_RELATIVE),
                all.get(MIN_MATCH_CONFIDENCE),
                all.get(MIN_LIMIT_CONFIDENCE),
                all.get(INFERRED));
    }

    /** What estimated limits count for: {@link #inferred}. */
    private static final int AS_BOUNDED = 1;

    private static final int AS_POSTED = 2;

    /** The number that speeds are held against, km/h; infinite without limit, NaN for none. */
    float counting(EffectiveLimit limit) {
        if (limit.provenance() == LimitProvenance.INFERRED && inferred < AS_POSTED) {
            boolean bounded = inferred >= AS_BOUNDED && Float.isFinite(limit.upperBound());
            return bounded ? limit.upperBound() : Float.NaN;
        }
        return limit.confidence() >= minLimitConfidence ? limit.kmh() : Float.NaN;
    }

    /** Excess over a limit that passes, km/h. */
    double tolerance(float kmh) {
        return Math.max(toleranceAbsolute, kmh * toleranceRelative / 100);
    }

    /** Band of an excess that does not pass. */
    SpeedBand band(double excess, float kmh) {
        if (excess >= severeAbsolute && excess >= kmh * severeRelative / 100) {
            return SpeedBand.SEVERE;
        }
        return excess >= majorAbsolute && excess >= kmh * majorRelative / 100
                ? SpeedBand.MAJOR
                : SpeedBand.MINOR;
    }

    boolean isEnabled() {
        return enabled > 0;
    }

    long minDurationMillis() {
        return Math.round(minDuration * 1000);
    }

    long mergeGapMillis() {
        return Math.round(mergeGap * 1000);
    }

    long maxGapMillis() {
        return Math.round(maxGap * 1000);
    }

    long limitDebounceMillis() {
        return Math.round(limitDebounce * 1000);
    }

    long bandHoldMillis() {
        return Math.round(bandHold * 1000);
    }
}
