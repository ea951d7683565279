// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.sensor.GnssFault;

/**
 * A receiver without satellites reports its last position with a speed of 0 while the vehicle
 * drives on through a tunnel; then both are true again. No alert.
 *
 * @param speed m/s
 * @param length s
 * @param statesAge whether the reports state the age of the fix
 */
public record ZeroedFix(double speed, double length, boolean statesAge) implements Scenario {

    /** For 4 to 40 s at 60 to 100 km/h. */
    public static ZeroedFix draw(Rng rng) {
        return new ZeroedFix(kmh(rng.uniform(60, 100)), rng.uniform(4, 40), rng.chance(0.5));
    }

    @Override
    public String name() {
        return "zeroed-fix";
    }

    @Override
    public String description() {
        return "signal lost and speed 0 reported, "
                + (statesAge ? "age of the fix stated" : "age of the fix not stated")
                + ", while driving on: no alert";
    }

    @Override
    public double lasts() {
        return length + 60;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.drive().cruise(at - 45, at + length + 30, speed);
        vehicle.mislead(GnssFault.zeroed(at, at + length, statesAge));
    }
}
