// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.motion.Collision;
import io.odograph.simulator.motion.Pulse;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.sensor.Waveforms;
import java.util.Locale;

/**
 * A crash: cruising, one haversine pulse, sliding, rest for good. An alert is expected.
 *
 * @param kind kind of crash
 * @param speed speed before, m/s
 * @param forward change of velocity forward, m/s
 * @param left change of velocity to the left, m/s
 * @param width of the pulse, s
 * @param yawRate spin after it, rad/s
 * @param friction deceleration while sliding, m/s2
 * @param airbag whether the vehicle reports a deployed airbag
 */
public record Crash(
        CrashKind kind,
        double speed,
        double forward,
        double left,
        double width,
        double yawRate,
        double friction,
        boolean airbag)
        implements Scenario {

    /** Into a barrier at 35 to 54 km/h; 5 to 12 % of the speed come back as rebound. */
    public static Crash frontal(Rng rng) {
        double speed = kmh(rng.uniform(35, 54));
        double deltaV = speed * rng.uniform(1.05, 1.12);
        return new Crash(
                CrashKind.FRONTAL, speed, -deltaV, 0, rng.uniform(0.09, 0.12), 0.2, 5, false);
    }

    /** The same with an airbag that the vehicle reports. */
    public static Crash frontalWithAirbag(Rng rng) {
        Crash c = frontal(rng);
        return new Crash(c.kind, c.speed, c.forward, c.left, c.width, c.yawRate, c.friction, true);
    }

    /** Struck from behind at 34 to 46 km/h, then braked to a stop. */
    public static Crash rearEnd(Rng rng) {
        double deltaV = kmh(rng.uniform(20, 32));
        return new Crash(
                CrashKind.REAR_END,
                kmh(rng.uniform(34, 46)),
                deltaV,
                0,
                rng.uniform(0.1, 0.14),
                0.1,
                7,
                false);
    }

    /** Struck from the side at 35 to 55 km/h; spins to a stop. */
    public static Crash side(Rng rng) {
        double side = rng.chance(0.5) ? 1 : -1;
        return new Crash(
                CrashKind.SIDE,
                kmh(rng.uniform(35, 55)),
                -kmh(rng.uniform(6, 12)),
                side * kmh(rng.uniform(22, 36)),
                rng.uniform(0.08, 0.11),
                side * rng.uniform(3, 6),
                6,
                false);
    }

    /** Tripped sideways at 60 to 80 km/h; the vehicle reports the rollover. */
    public static Crash rollover(Rng rng) {
        return new Crash(
                CrashKind.ROLLOVER,
                kmh(rng.uniform(60, 80)),
                -kmh(rng.uniform(10, 16)),
                kmh(rng.uniform(20, 28)),
                rng.uniform(0.11, 0.14),
                1.5,
                5,
                false);
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "-crash"
                + (airbag ? "-airbag" : "");
    }

    @Override
    public String description() {
        String flag = airbag ? ", airbag reported" : rollover() ? ", rollover reported" : "";
        return "crash pulse, then at rest for good" + flag + ": one alert";
    }

    @Override
    public double lasts() {
        return 120;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        Pulse pulse = new Pulse(at, width, forward, left, 0);
        vehicle.drive().cruise(at - 45, at + 1, speed);
        vehicle.drive().collide(new Collision(pulse, yawRate, friction));
        vehicle.feel(new Shock(at, Waveforms.collision(pulse)));
        vehicle.crash(new PlannedCrash(kind, pulse, airbag, rollover()));
    }

    private boolean rollover() {
        return kind == CrashKind.ROLLOVER;
    }
}
