// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thresholds of crash detection that rules may override. Frozen into an incident when it opens. A
 * state type: components are only ever added.
 *
 * @param impactDeltaV change of velocity within 150 ms that counts as an impact, km/h. Default 8:
 *     the trigger of event data recorders (49 CFR 563.9; GB 39732-2020, 4.1.1)
 * @param speedBefore speed before an impact from which that of a loose device counts, and speed
 *     after it from which the vehicle drove on, km/h. Default 24 (15 mph): the context filter of
 *     White et al., WreckWatch, 2011
 * @param restSpeed speed below which the vehicle stands, km/h. Default 5
 * @param restDuration how long it must stand, s. Default 10
 * @param confirmWithin event time after the last impact within which the vehicle must begin to
 *     stand, and further impacts belong to the incident, s. Default 60
 * @param maxBraking deceleration that braking explains, in units of standard gravity. Default 1.1:
 *     emergency braking reaches 1.0 to 1.1 on dry roads
 * @param freeFall weightlessness before an impact that marks a dropped device, s. Default 0.25, a
 *     fall of 0.3 m
 * @param moderate change of velocity from which severity is MEDIUM, km/h. Default 16 (10 mph): the
 *     lower airbag threshold
 * @param severe change of velocity from which severity is HIGH, km/h. Default 25: event data
 *     recorders lock their record (GB 39732-2020, 4.1.2)
 * @param critical change of velocity above which severity is CRITICAL, km/h. Default 40: serious
 *     injury becomes likely
 */
public record CrashThresholds(
        double impactDeltaV,
        double speedBefore,
        double restSpeed,
        double restDuration,
        double confirmWithin,
        double maxBraking,
        double freeFall,
        double moderate,
        double severe,
        double critical)
        implements Serializable {

    /** Name of {@link #impactDeltaV}. */
    public static final String IMPACT_DELTA_V = "crash.impact.delta-v";

    /** Name of {@link #speedBefore}. */
    public static final String SPEED_BEFORE = "crash.speed-before";

    /** Name of {@link #restSpeed}. */
    public static final String REST_SPEED = "crash.rest.speed";

    /** Name of {@link #restDuration}. */
    public static final String REST_DURATION = "crash.rest.duration";

    /** Name of {@link #confirmWithin}. */
    public static final String CONFIRM_WITHIN = "crash.confirm-within";

    /** Name of {@link #maxBraking}. */
    public static final String MAX_BRAKING = "crash.braking.max";

    /** Name of {@link #freeFall}. */
    public static final String FREE_FALL = "crash.free-fall.duration";

    /** Name of {@link #moderate}. */
    public static final String MODERATE = "crash.severity.moderate";

    /** Name of {@link #severe}. */
    public static final String SEVERE = "crash.severity.severe";

    /** Name of {@link #critical}. */
    public static final String CRITICAL = "crash.severity.critical";

    /** The documented defaults. */
    public static final CrashThresholds DEFAULTS =
            new CrashThresholds(8, 24, 5, 10, 60, 1.1, 0.25, 16, 25, 40);

    /** These by name, in the order of the names. */
    public Map<String, Double> byName() {
        Map<String, Double> all = new TreeMap<>();
        all.put(IMPACT_DELTA_V, impactDeltaV);
        all.put(SPEED_BEFORE, speedBefore);
        all.put(REST_SPEED, restSpeed);
        all.put(REST_DURATION, restDuration);
        all.put(CONFIRM_WITHIN, confirmWithin);
        all.put(MAX_BRAKING, maxBraking);
        all.put(FREE_FALL, freeFall);
        all.put(MODERATE, moderate);
        all.put(SEVERE, severe);
        all.put(CRITICAL, critical);
        return all;
    }

    /** These with some overridden by name; unknown names are the caller's to refuse. */
    public CrashThresholds with(Map<String, Double> overrides) {
        Map<String, Double> all = byName();
        all.putAll(overrides);
        return new CrashThresholds(
                all.get(IMPACT_DELTA_V),
                all.get(SPEED_BEFORE),
                all.get(REST_SPEED),
                all.get(REST_DURATION),
                all.get(CONFIRM_WITHIN),
                all.get(MAX_BRAKING),
                all.get(FREE_FALL),
                all.get(MODERATE),
                all.get(SEVERE),
                all.get(CRITICAL));
    }

    long restMillis() {
        return Math.round(restDuration * 1000);
    }

    long confirmMillis() {
        return Math.round(confirmWithin * 1000);
    }
}
