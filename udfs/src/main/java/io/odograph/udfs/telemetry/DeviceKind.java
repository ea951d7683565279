// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/** Kind of a reporting device; constants are only ever added. */
public enum DeviceKind {
    /** Not stated. */
    UNKNOWN,
    /** Built into the vehicle. */
    EMBEDDED,
    /** Plugged into the diagnostic port. */
    OBD_DONGLE,
    /** Fixed to the body. */
    BLACK_BOX,
    /** Carried by a person. */
    PHONE
}
