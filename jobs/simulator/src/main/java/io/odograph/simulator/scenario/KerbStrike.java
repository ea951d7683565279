// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.motion.Pulse;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Waveforms;

/**
 * A wheel hits a kerb, mostly sideways and up; the vehicle drives on. No alert.
 *
 * @param speed m/s
 * @param deltaV what the sensor's place in the body feels, m/s
 * @param width of the pulse, s
 */
public record KerbStrike(double speed, double deltaV, double width) implements Scenario {

    /** At 30 to 45 km/h, with a change of velocity at the sensor in km/h. */
    public static KerbStrike draw(Rng rng, double deltaVKmh) {
        return new KerbStrike(kmh(rng.uniform(30, 45)), kmh(deltaVKmh), rng.uniform(0.04, 0.06));
    }

    @Override
    public String name() {
        return "kerb-strike";
    }

    @Override
    public String description() {
        return "wheel hits a kerb, drives on: no alert";
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.drive().cruise(at - 45, at + 100, speed);
        Pulse pulse = new Pulse(at, width, -0.3 * deltaV, 0.6 * deltaV, 0.7416 * deltaV);
        vehicle.feel(new Shock(at, Waveforms.collision(pulse)));
    }
}
