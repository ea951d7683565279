// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Waveforms;

/**
 * An emergency braking of at most 1 g. No alert.
 *
 * @param from speed before, m/s
 * @param to speed after, m/s; 0 for a stop of 25 s
 * @param deceleration m/s2, positive
 */
public record HardBraking(double from, double to, double deceleration) implements Scenario {

    /** From 70 to 100 km/h down to a speed in km/h, with 0.85 to 0.97 g. */
    public static HardBraking draw(Rng rng, double toKmh) {
        return new HardBraking(kmh(rng.uniform(70, 100)), kmh(toKmh), rng.uniform(8.3, 9.5));
    }

    /** From 50 to 120 km/h with 0.6 to 1.0 g, half of them to a stop. */
    public static HardBraking any(Rng rng) {
        double from = kmh(rng.uniform(50, 120));
        double to = rng.chance(0.5) ? 0 : from * rng.uniform(0.2, 0.6);
        return new HardBraking(from, to, Units.G * rng.uniform(0.6, 1));
    }

    @Override
    public String name() {
        return to == 0 ? "hard-braking-to-stop" : "hard-braking";
    }

    @Override
    public String description() {
        return to == 0
                ? "braking with at most 1 g to a stop, drives on after 25 s: no alert"
                : "braking with at most 1 g, drives on: no alert";
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.drive().cruise(at - 45, at, from);
        vehicle.drive().brake(at, deceleration, to);
        if (to > 0) {
            vehicle.drive().cruise(at + 4, at + 100, kmh(50));
        }
        vehicle.feel(new Shock(at + 0.6, Waveforms.NONE));
    }
}
