// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.testing;

import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.SeatBelt;
import io.odograph.udfs.telemetry.VehicleState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle says of itself, as a test would tell it.
 *
 * @param airbag whether an airbag deployed, or null
 * @param rollover rollover as the vehicle sees it
 * @param fuelCutOff whether fuel or battery was cut off, or null
 * @param ignition state of the ignition
 * @param belts belts that were read
 */
public record Flags(
        @Nullable Boolean airbag,
        Rollover rollover,
        @Nullable Boolean fuelCutOff,
        LowVoltageSystemState ignition,
        List<SeatBelt> belts) {

    /** Says nothing. */
    public static final Flags NONE =
            new Flags(null, Rollover.UNKNOWN, null, LowVoltageSystemState.UNDEFINED, List.of());

    /** These with the airbag. */
    public Flags airbag(boolean deployed) {
        return new Flags(deployed, rollover, fuelCutOff, ignition, belts);
    }

    /** These with a rollover. */
    public Flags rollover(Rollover seen) {
        return new Flags(airbag, seen, fuelCutOff, ignition, belts);
    }

    /** These with the fuel cut-off. */
    public Flags fuelCutOff(boolean off) {
        return new Flags(airbag, rollover, off, ignition, belts);
    }

    /** These with the ignition. */
    public Flags ignition(LowVoltageSystemState state) {
        return new Flags(airbag, rollover, fuelCutOff, state, belts);
    }

    /** These with belts. */
    public Flags belts(SeatBelt... read) {
        return new Flags(airbag, rollover, fuelCutOff, ignition, List.of(read));
    }

    /** As telemetry has them. */
    public VehicleState vehicle() {
        return new VehicleState(
                ignition,
                Float.NaN,
                Float.NaN,
                Float.NaN,
                List.of(),
                List.of(),
                belts,
                airbag,
                rollover,
                null,
                fuelCutOff);
    }
}
