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
 * @param stopsAfter when the driver brakes for a red light, s after the strike; infinity for never
 */
public record KerbStrike(
        double speed, double deltaV, double width, double deniedAfter, double stopsAfter)
        implements Scenario {

    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double COMFORTABLE = 2.5;

    /** At 30 to 45 km/h, with a change of velocity at the sensor in km/h. */
    public static KerbStrike draw(Rng rng, double deltaVKmh) {
        double speed = kmh(rng.uniform(30, 45));
        double width = rng.uniform(0.04, 0.06);
        return new KerbStrike(speed, kmh(deltaVKmh), width, NEVER, NEVER);
    }

    /** A hard one, 8 to 14 km/h, after which the driver answers that there was no crash. */
    public static KerbStrike denied(Rng rng) {
        KerbStrike hard = draw(rng, rng.uniform(8, 14));
        return new KerbStrike(hard.speed, hard.deltaV, hard.width, rng.uniform(4, 20), NEVER);
    }

    /** A hard one, 5 to 45 s after which the vehicle brakes for a red light and stands for 25 s. */
    public static KerbStrike beforeRedLight(Rng rng) {
        KerbStrike hard = draw(rng, rng.uniform(8, 14));
        return new KerbStrike(hard.speed, hard.deltaV, hard.width, NEVER, rng.uniform(5, 45));
    }

    @Override
    public String name() {
        if (stops()) {
            return "kerb-strike-red-light";
        }
        return isDenied() ? "kerb-strike-denied" : "kerb-strike";
    }

    @Override
    public String description() {
        if (stops()) {
            return "wheel hits a kerb hard, the vehicle stops at a red light, drives on: no alert";
        }
        return isDenied()
                ? "wheel hits a kerb hard, driver answers that there was no crash, drives on: no alert"
                : "wheel hits a kerb, drives on: no alert";
    }

    private boolean stops() {
        return stopsAfter < NEVER;
    }

    private boolean isDenied() {
        return deniedAfter < NEVER;
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        if (stops()) {
            vehicle.drive().cruise(at - 45, at + stopsAfter, speed);
            vehicle.drive().brake(at + stopsAfter, COMFORTABLE, 0);
        } else {
            vehicle.drive().cruise(at - 45, at + 100, speed);
        }
        Pulse pulse = new Pulse(at, width, -0.3 * deltaV, 0.6 * deltaV, 0.7416 * deltaV);
        vehicle.feel(new Shock(at, Waveforms.collision(pulse)));
        if (isDenied()) {
            vehicle.answer(new Answer(at + deniedAfter, DriverResponse.NO_CRASH));
        }
    }
}
