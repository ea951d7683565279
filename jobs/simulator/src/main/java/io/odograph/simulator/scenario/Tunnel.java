// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.sensor.Outage;

/**
 * No satellites for a while, during which the vehicle slows down: wheel speed goes on, a phone
 * repeats its last fix with growing age, so that its speed jumps at the end. No alert.
 *
 * @param length s
 */
public record Tunnel(double length) implements Scenario {

    /** A tunnel of 60 to 90 s. */
    public static Tunnel draw(Rng rng) {
        return new Tunnel(rng.uniform(60, 90));
    }

    @Override
    public String name() {
        return "tunnel";
    }

    @Override
    public String description() {
        return "no satellite fix for 60 to 90 s, speed falls meanwhile: no alert";
    }

    @Override
    public double lasts() {
        return length + 60;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.drive().cruise(at - 45, at + length / 2, kmh(85));
        vehicle.drive().cruise(at + length / 2, at + length + 30, kmh(45));
        vehicle.lose(new Outage(at, at + length));
    }
}
