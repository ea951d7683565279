// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/** Rollover as the vehicle sees it (VSS Safety.Rollover); constants are only ever added. */
public enum Rollover {
    /** Not reported. */
    UNKNOWN,
    /** None. */
    NONE,
    /** Risk of one. */
    RISK,
    /** It rolled over. */
    DETECTED
}
