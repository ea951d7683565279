// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import java.io.Serializable;

/**
 * How crash detection runs, besides the thresholds in force.
 *
 * @param thresholds thresholds where no rule overrides them
 * @param noContactAfter silence in receive time after which an open incident is without contact, ms
 * @param keepOpen receive time for which an incident without contact waits for more, ms
 * @param delayedAfter receive time after the event from which an incident is delayed, ms
 * @param maxBurstSamples longest accelerometer recording in the evidence, samples per axis
 * @param withVin whether the vehicle identification number may go into alerts
 */
public record CrashSettings(
        CrashThresholds thresholds,
        long noContactAfter,
        long keepOpen,
        long delayedAfter,
        int maxBurstSamples,
        boolean withVin)
        implements Serializable {

    /** The documented defaults. */
    public static final CrashSettings DEFAULTS =
            new CrashSettings(CrashThresholds.DEFAULTS, 120_000, 3_600_000, 60_000, 2_000, false);
}
