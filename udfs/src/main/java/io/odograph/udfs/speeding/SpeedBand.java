// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

/**
 * How far above the limit, in excess of both an absolute and a relative bound. Constants are only
 * ever added, and rise.
 */
public enum SpeedBand {
    /** Above the tolerance. */
    MINOR,
    /** Above the bounds of {@link SpeedingThresholds#MAJOR_ABSOLUTE} and its relative one. */
    MAJOR,
    /** Above the bounds of {@link SpeedingThresholds#SEVERE_ABSOLUTE} and its relative one. */
    SEVERE
}
