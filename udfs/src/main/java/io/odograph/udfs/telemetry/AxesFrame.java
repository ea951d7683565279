// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/** What the axes of an accelerometer recording are fixed to; constants are only ever added. */
public enum AxesFrame {
    /** Not stated: treated as {@link #DEVICE}. */
    UNKNOWN,
    /** Vehicle axes of ISO 8855: x forward, y left, z up. */
    VEHICLE,
    /** The device's own axes; how it is mounted is not known. */
    DEVICE
}
