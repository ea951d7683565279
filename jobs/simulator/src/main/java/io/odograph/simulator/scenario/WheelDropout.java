// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.sensor.Outage;

/**
 * The vehicle bus gives a speed of 0 for some seconds, then the true one. No alert.
 *
 * @param speed m/s
 * @param length s
 */
public record WheelDropout(double speed, double length) implements Scenario {

    /** For 1 to 3 s at 40 to 120 km/h. */
    public static WheelDropout draw(Rng rng) {
        return new WheelDropout(kmh(rng.uniform(40, 120)), rng.uniform(1, 3));
    }

    @Override
    public String name() {
        return "wheel-speed-dropout";
    }

    @Override
    public String description() {
        return "bus reports speed 0 for 1 to 3 s while driving on: no alert";
    }

    @Override
    public double lasts() {
        return 60;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.drive().cruise(at - 45, at + 50, speed);
        vehicle.loseWheelSpeed(new Outage(at, at + length));
    }
}
