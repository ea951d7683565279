// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/** Where a speed comes from; constants are only ever added. */
public enum SpeedSource {
    /** Not stated. */
    UNKNOWN,
    /** Wheel or transmission sensor over the vehicle bus. */
    WHEEL,
    /** Doppler speed of the satellite receiver. */
    GNSS,
    /** A filter over several sources. */
    FUSED
}
