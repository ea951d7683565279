// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import java.io.Serializable;

/**
 * Thresholds of the crash rule.
 *
 * @param impactDeltaV change of velocity within 150 ms that counts as an impact, km/h. Default 8:
 *     the trigger of event data recorders (49 CFR 563.9; GB 39732-2020, 4.1.1)
 * @param speedBefore speed before the impact from which it counts, km/h. Default 24 (15 mph): the
 *     context filter of White et al., WreckWatch, 2011
 * @param restSpeed speed below which the vehicle stands, km/h. Default 5
 * @param restDuration how long it must stand, ms. Default 10 s
 * @param confirmWithin event time after the impact within which it must begin to stand, ms. Default
 *     60 s
 */
public record CrashThresholds(
        double impactDeltaV,
        double speedBefore,
        double restSpeed,
        long restDuration,
        long confirmWithin)
        implements Serializable {

    /** The documented defaults. */
    public static final CrashThresholds DEFAULTS = new CrashThresholds(8, 24, 5, 10_000, 60_000);
}
