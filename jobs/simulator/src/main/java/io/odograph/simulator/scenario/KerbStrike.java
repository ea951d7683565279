// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.schemas.DriverResponse;
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
 * @param deniedAfter when the driver answers that there was no crash, s after the strike; infinity
 *     for never
 */
public record KerbStrike(double speed, double deltaV, double width, double deniedAfter)
        implements Scenario {

    /** At 30 to 45 km/h, with a change of velocity at the sensor in km/h. */
    public static KerbStrike draw(Rng rng, double deltaVKmh) {
        double speed = kmh(rng.uniform(30, 45));
        double width = rng.uniform(0.04, 0.06);
        return new KerbStrike(speed, kmh(deltaVKmh), width, Double.POSITIVE_INFINITY);
    }

    /** A hard one, 8 to 14 km/h, after which the driver answers that there was no crash. */
    public static KerbStrike denied(Rng rng) {
        KerbStrike hard = draw(rng, rng.uniform(8, 14));
        return new KerbStrike(hard.speed, hard.deltaV, hard.width, rng.uniform(4, 20));
    }

    @Override
    public String name() {
        return isDenied() ? "kerb-strike-denied" : "kerb-strike";
    }

    @Override
    public String description() {
        return isDenied()
                ? "wheel hits a kerb hard, driver answers that there was no crash, drives on: no alert"
                : "wheel hits a kerb, drives on: no alert";
    }

    private boolean isDenied() {
        return deniedAfter < Double.POSITIVE_INFINITY;
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
        if (isDenied()) {
            vehicle.answer(new Answer(at + deniedAfter, DriverResponse.NO_CRASH));
        }
    }
}
