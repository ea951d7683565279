// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle says of itself. A number that was not read is NaN.
 *
 * @param lowVoltageSystemState state of the supply voltage, the ignition key in older words
 * @param engineSpeed rpm
 * @param engineCoolantTemperature degC
 * @param lowVoltageBatteryVoltage V
 * @param tirePressures tyre pressures that were read
 * @param dtcList active trouble codes, SAE J2012 form
 * @param seatBelts belts whose state was read
 * @param airbagDeployed whether any airbag deployed, or null where not read
 * @param rollover rollover as the vehicle sees it
 * @param doorsOpen whether any door, boot or bonnet is open, or null where not read
 * @param fuelCutOff whether fuel pump or high-voltage battery was cut off, or null where not read
 */
public record VehicleState(
        LowVoltageSystemState lowVoltageSystemState,
        float engineSpeed,
        float engineCoolantTemperature,
        float lowVoltageBatteryVoltage,
        List<TirePressure> tirePressures,
        List<String> dtcList,
        List<SeatBelt> seatBelts,
        @Nullable Boolean airbagDeployed,
        Rollover rollover,
        @Nullable Boolean doorsOpen,
        @Nullable Boolean fuelCutOff) {}
