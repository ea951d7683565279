// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/** Kind of satellite fix (VSS FixType); constants are only ever added. */
public enum FixType {
    /** Not stated. */
    UNKNOWN,
    /** No fix. */
    NONE,
    /** Without height. */
    TWO_D,
    /** Without height, satellite-based augmentation. */
    TWO_D_SATELLITE_BASED_AUGMENTATION,
    /** Without height, ground-based augmentation. */
    TWO_D_GROUND_BASED_AUGMENTATION,
    /** Without height, both augmentations. */
    TWO_D_SATELLITE_AND_GROUND_BASED_AUGMENTATION,
    /** With height. */
    THREE_D,
    /** With height, satellite-based augmentation. */
    THREE_D_SATELLITE_BASED_AUGMENTATION,
    /** With height, ground-based augmentation. */
    THREE_D_GROUND_BASED_AUGMENTATION,
    /** With height, both augmentations. */
    THREE_D_SATELLITE_AND_GROUND_BASED_AUGMENTATION
}
