// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Rotation;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.sensor.Mounting;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Waveforms;

/**
 * A phone falls and lands flat: free fall, a spike at the sensor's range, the vehicle unaffected.
 * No alert.
 *
 * @param speed of the vehicle, m/s; 0 for one that has just parked
 * @param fall s; measured 0.63 to 0.99
 * @param peak of the landing without gravity, m/s2
 * @param width of the landing, s
 * @param stands how long the vehicle stands at a red light just after, s; 0 if it drives on
 */
public record PhoneDrop(double speed, double fall, double peak, double width, double stands)
        implements Scenario {

    private static final double PARKED_BEFORE = 75;

    /** What a comfortable stop from 70 km/h takes, s. */
    private static final double STOPPING = 13;

    /** A drop at 40 to 80 km/h. */
    public static PhoneDrop moving(Rng rng) {
        return draw(rng, kmh(rng.uniform(40, 80)));
    }

    /** A drop beside a vehicle that has just parked. */
    public static PhoneDrop parked(Rng rng) {
        return draw(rng, 0);
    }

    /** A drop at 30 to 70 km/h just before a red light, at which the vehicle stands 30 to 45 s. */
    public static PhoneDrop beforeRedLight(Rng rng) {
        PhoneDrop drop = draw(rng, kmh(rng.uniform(30, 70)));
        return new PhoneDrop(drop.speed, drop.fall, drop.peak, drop.width, rng.uniform(30, 45));
    }

    private static PhoneDrop draw(Rng rng, double speed) {
        double peak = Units.G * rng.uniform(19, 24);
        return new PhoneDrop(speed, rng.uniform(0.62, 0.98), peak, rng.uniform(0.042, 0.045), 0);
    }

    @Override
    public String name() {
        if (stands > 0) {
            return "phone-drop-red-light";
        }
        return speed > 0 ? "phone-drop" : "phone-drop-parked";
    }

    @Override
    public String description() {
        if (stands > 0) {
            return "phone falls and lands hard, the vehicle stops at a red light, drives on: no alert";
        }
        return speed > 0
                ? "phone falls and lands hard, the vehicle drives on: no alert"
                : "phone falls and lands hard beside the parked vehicle: no alert";
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        if (stands > 0) {
            double stops = at + rng.uniform(0.5, 3);
            double goes = stops + STOPPING + stands;
            vehicle.drive().cruise(at - 45, stops, speed);
            vehicle.drive().cruise(stops, goes, 0);
            vehicle.drive().cruise(goes, goes + 60, speed);
        } else if (speed > 0) {
            vehicle.drive().cruise(at - 45, at + 100, speed);
        } else {
            vehicle.drive().arriveAt(at - PARKED_BEFORE);
        }
        Rotation flat = Rotation.aboutVertical(rng.uniform(0, 2 * StrictMath.PI));
        vehicle.remount(new Mounting(vehicle.mounting().first(), at, flat));
        vehicle.feel(new Shock(at, Waveforms.drop(at, fall, peak, width)));
    }
}
