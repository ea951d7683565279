// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Waveforms;

/**
 * A door or the boot is slammed at rest: 10 to 30 ms of 1 to 3 g where the device sits. No alert.
 *
 * @param boot whether it is the boot lid, which pushes forward and down, rather than a door
 * @param parked whether the ignition is off; otherwise the vehicle waits and drives on
 * @param peak m/s2
 * @param width s
 */
public record Slam(boolean boot, boolean parked, double peak, double width) implements Scenario {

    private static final double PARKED_BEFORE = 45;
    private static final double STOPS_BEFORE = 20;
    private static final double GOES_AFTER = 15;

    /** A door of a vehicle that has just parked, or waits for a passenger. */
    public static Slam door(Rng rng) {
        return draw(rng, false);
    }

    /** The boot lid of a vehicle that has just parked, or waits for a passenger. */
    public static Slam boot(Rng rng) {
        return draw(rng, true);
    }

    private static Slam draw(Rng rng, boolean boot) {
        double peak = Units.G * rng.uniform(1, 3);
        return new Slam(boot, rng.chance(0.5), peak, rng.uniform(0.01, 0.03));
    }

    @Override
    public String name() {
        return (boot ? "boot-slam" : "door-slam") + (parked ? "-parked" : "");
    }

    @Override
    public String description() {
        return (boot ? "boot" : "door")
                + " slammed at rest, ignition "
                + (parked ? "off" : "on, drives on")
                + ": no alert";
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        if (parked) {
            vehicle.drive().arriveAt(at - PARKED_BEFORE);
        } else {
            vehicle.drive().cruise(at - STOPS_BEFORE, at + GOES_AFTER, 0);
            vehicle.drive().cruise(at + GOES_AFTER, at + 100, Units.kmh(50));
        }
        double side = rng.chance(0.5) ? 1 : -1;
        double x = boot ? 0.8 * peak : 0.1 * peak;
        double y = boot ? 0 : side * 0.95 * peak;
        double z = boot ? -0.6 * peak : 0.3 * peak;
        vehicle.feel(new Shock(at, Waveforms.knock(at, width, x, y, z)));
    }
}
