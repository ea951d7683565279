// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Waveforms;

/**
 * A railway crossing or cobbles: vertical vibration of 1 to 2 s without a change of speed. No
 * alert. Its strength is that of measured worn roads, at or below 2.87 g with gravity.
 *
 * @param speed m/s
 * @param length s
 * @param peak vertical acceleration without gravity, m/s2
 * @param frequency Hz
 */
public record RoughRoad(double speed, double length, double peak, double frequency)
        implements Scenario {

    /** A railway crossing at 30 to 70 km/h. */
    public static RoughRoad railwayCrossing(Rng rng) {
        double peak = Units.G * rng.uniform(0.9, 1.7);
        return new RoughRoad(
                kmh(rng.uniform(30, 70)), rng.uniform(1, 1.4), peak, rng.uniform(8, 12));
    }

    /** Cobbles at 25 to 50 km/h. */
    public static RoughRoad cobbles(Rng rng) {
        double peak = Units.G * rng.uniform(0.7, 1.2);
        return new RoughRoad(
                kmh(rng.uniform(25, 50)), rng.uniform(1.4, 2), peak, rng.uniform(12, 18));
    }

    @Override
    public String name() {
        return frequency < 12 ? "railway-crossing" : "cobbles";
    }

    @Override
    public String description() {
        return "vertical vibration of 1 to 2 s, drives on: no alert";
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.drive().cruise(at - 45, at + 100, speed);
        vehicle.feel(new Shock(at + length / 2, Waveforms.rumble(at, length, peak, frequency)));
    }
}
