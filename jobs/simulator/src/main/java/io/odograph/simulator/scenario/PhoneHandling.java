// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Tumble;
import io.odograph.simulator.sensor.Waveform;
import io.odograph.simulator.sensor.Waveforms;

/**
 * A phone is picked up and knocked, or thrown on a seat: it turns, and takes short hits without the
 * long free fall of a drop. The vehicle is unaffected. No alert.
 *
 * @param speed of the vehicle, m/s; 0 for one that has just parked
 * @param fall free fall before the hardest hit, s; 0 for none
 * @param peak of the hardest hit, m/s2
 * @param width of a hit, s
 * @param hits how many weaker hits follow
 * @param turn by how much the phone turns, rad
 */
public record PhoneHandling(
        double speed, double fall, double peak, double width, int hits, double turn)
        implements Scenario {

    private static final double PARKED_BEFORE = 75;
    private static final double TURNING = 1.2;

    /** Held and knocked against something: 1.5 to 6 g, no free fall. */
    public static PhoneHandling handled(Rng rng) {
        double peak = Units.G * rng.uniform(1.5, 6);
        double width = rng.uniform(0.01, 0.025);
        return new PhoneHandling(
                speed(rng), 0, peak, width, rng.below(4), rng.uniform(0.5, 2 * StrictMath.PI));
    }

    /** Thrown on a seat or the dashboard: up to 0.3 s of flight, 4 to 16 g. */
    public static PhoneHandling thrown(Rng rng) {
        double fall = rng.chance(0.5) ? 0 : rng.uniform(0.15, 0.3);
        double peak = Units.G * rng.uniform(4, 16);
        double width = rng.uniform(0.015, 0.04);
        return new PhoneHandling(
                speed(rng), fall, peak, width, rng.below(3), rng.uniform(1, 4 * StrictMath.PI));
    }

    private static double speed(Rng rng) {
        return rng.chance(0.7) ? kmh(rng.uniform(20, 110)) : 0;
    }

    @Override
    public String name() {
        return turn > 2 * StrictMath.PI || peak > 6 * Units.G ? "phone-thrown" : "phone-handled";
    }

    @Override
    public String description() {
        return "phone turned and knocked without a long fall, the vehicle unaffected: no alert";
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        if (speed > 0) {
            vehicle.drive().cruise(at - 45, at + 100, speed);
        } else {
            vehicle.drive().arriveAt(at - PARKED_BEFORE);
        }
        Tumble tumble = Tumble.draw(at - TURNING, TURNING + rng.uniform(0, 0.5), turn, rng);
        vehicle.remount(vehicle.mounting().tumbling(tumble));
        Waveform felt = fall > 0 ? Waveforms.drop(at, fall, peak, width) : knock(at, peak, rng);
        double then = at;
        for (int i = 0; i < hits; i++) {
            then += rng.uniform(0.08, 0.3);
            felt = Waveforms.both(felt, knock(then, peak * rng.uniform(0.2, 0.7), rng));
        }
        vehicle.feel(new Shock(at, felt));
    }

    private Waveform knock(double time, double strength, Rng rng) {
        double x = rng.gaussian();
        double y = rng.gaussian();
        double z = rng.gaussian();
        double scale = strength / Math.sqrt(x * x + y * y + z * z);
        return Waveforms.knock(time, width, scale * x, scale * y, scale * z);
    }
}
