// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/** State of the supply voltage (VSS LowVoltageSystemState); constants are only ever added. */
public enum LowVoltageSystemState {
    /** Not reported. */
    UNDEFINED,
    /** Locked. */
    LOCK,
    /** Off. */
    OFF,
    /** Accessories. */
    ACC,
    /** Ignition on. */
    ON,
    /** Starter engaged. */
    START
}
