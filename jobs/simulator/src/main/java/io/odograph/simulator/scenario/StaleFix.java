// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.sensor.GnssFault;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Waveforms;

/**
 * A receiver repeats its last fix, speed and position frozen, while the driver brakes as drivers
 * can; then the reported speed jumps to the true, much lower one. No alert.
 *
 * @param speed before, m/s
 * @param length how long the fix is held, s
 * @param deceleration of the braking meanwhile, m/s2
 * @param speedAfter true speed at the end, m/s; 0 for a stop of 25 s
 * @param statesAge whether the reports state the age of the fix
 */
public record StaleFix(
        double speed, double length, double deceleration, double speedAfter, boolean statesAge)
        implements Scenario {

    private static final double REACTS = 0.3;

    /** From here on braking fires the trigger of a device, m/s2. */
    private static final double FELT = 6.5;

    /** Held for 2 to 20 s at 60 to 120 km/h, in which 28 km/h and more are lost. */
    public static StaleFix draw(Rng rng) {
        double speed = kmh(rng.uniform(60, 120));
        double length = rng.uniform(2, 20);
        double most = Math.min(speed, 8 * (length - 2 * REACTS));
        double lost = Math.max(kmh(28), most * rng.uniform(0.7, 1));
        double deceleration = Math.min(8, lost / (length - 2 * REACTS) * 1.1);
        double after = speed - lost < kmh(8) ? 0 : speed - lost;
        return new StaleFix(speed, length, deceleration, after, rng.chance(0.5));
    }

    @Override
    public String name() {
        return "stale-fix";
    }

    @Override
    public String description() {
        return "last fix repeated for 2 to 20 s, "
                + (statesAge ? "its age stated" : "its age not stated")
                + ", then a jump to the true, much lower speed: no alert";
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.drive().cruise(at - 45, at + REACTS, speed);
        vehicle.drive().brake(at + REACTS, deceleration, speedAfter);
        if (speedAfter > 0) {
            vehicle.drive().cruise(at + REACTS, at + 60, speedAfter);
        }
        vehicle.mislead(GnssFault.held(at, at + length, statesAge));
        if (deceleration > FELT) {
            vehicle.feel(new Shock(at + 1, Waveforms.NONE));
        }
    }
}
