// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import io.odograph.udfs.telemetry.VehicleState;
import org.jspecify.annotations.Nullable;

/** Whether the vehicle is switched on; constants are only ever added. */
public enum Ignition {
    /** Not known. */
    UNKNOWN,
    /** Off, or for the radio alone. */
    OFF,
    /** On. */
    ON;

    /** As the vehicle says, if it says anything. */
    public static Ignition of(@Nullable VehicleState vehicle) {
        if (vehicle == null) {
            return UNKNOWN;
        }
        return switch (vehicle.lowVoltageSystemState()) {
            case UNDEFINED -> UNKNOWN;
            case LOCK, OFF, ACC -> OFF;
            case ON, START -> ON;
        };
    }
}
