// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.sensor.GnssFault;

/**
 * The reported position jumps and comes back, as between high buildings; the speed stays true. No
 * alert.
 *
 * @param speed m/s
 * @param length s
 * @param distance m
 */
public record PositionJump(double speed, double length, double distance) implements Scenario {

    /** By 50 to 500 m for 1 to 15 s at 20 to 60 km/h. */
    public static PositionJump draw(Rng rng) {
        return new PositionJump(kmh(rng.uniform(20, 60)), rng.uniform(1, 15), rng.uniform(50, 500));
    }

    @Override
    public String name() {
        return "position-jump";
    }

    @Override
    public String description() {
        return "position jumps by 50 to 500 m and back, speed true: no alert";
    }

    @Override
    public double lasts() {
        return 60;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.drive().cruise(at - 45, at + 50, speed);
        double angle = rng.uniform(-StrictMath.PI, StrictMath.PI);
        double east = distance * StrictMath.cos(angle);
        double north = distance * StrictMath.sin(angle);
        vehicle.mislead(GnssFault.shifted(at, at + length, east, north));
    }
}
