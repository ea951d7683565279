// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Waveform;
import io.odograph.simulator.sensor.Waveforms;

/**
 * A pothole or a speed bump, met by both axles: vertical, without a change of speed. No alert.
 * Measured road defects stay at or below 2.87 g with gravity.
 *
 * @param speed m/s
 * @param peak vertical acceleration without gravity, m/s2
 * @param frequency of the suspension's answer, Hz
 */
public record RoadBump(double speed, double peak, double frequency) implements Scenario {

    private static final double WHEELBASE = 2.7;

    /** A pothole at 45 to 75 km/h, 1.0 to 1.6 g. */
    public static RoadBump pothole(Rng rng) {
        return new RoadBump(
                kmh(rng.uniform(45, 75)), Units.G * rng.uniform(1, 1.6), rng.uniform(9, 12));
    }

    /** A speed bump at 30 to 38 km/h, 0.7 to 1.0 g. */
    public static RoadBump speedBump(Rng rng) {
        return new RoadBump(
                kmh(rng.uniform(30, 38)), Units.G * rng.uniform(0.7, 1), rng.uniform(2.5, 3.5));
    }

    @Override
    public String name() {
        return frequency > 5 ? "pothole" : "speed-bump";
    }

    @Override
    public String description() {
        return "vertical shock of both axles, drives on: no alert";
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.drive().cruise(at - 45, at + 100, speed);
        Waveform front = Waveforms.ripple(at, peak, frequency);
        Waveform rear = Waveforms.ripple(at + WHEELBASE / speed, 0.7 * peak, frequency);
        vehicle.feel(new Shock(at, Waveforms.both(front, rear)));
    }
}
