// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.simulator.math.Rng;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Telemetry;

/**
 * A device in a parked vehicle: its position drifts for minutes, and now and then jumps by
 * reflections between houses and stays there for a while.
 */
final class NightDevice {

    private static final double LEAST_DRIFT = 2;
    private static final double MOST_DRIFT = 15;

    /** Correlation time of the drift, s. */
    private static final double SHORTEST_DRIFT = 30;

    private static final double LONGEST_DRIFT = 600;

    /** Jumps per hour at most, how far and how long on average, s. */
    private static final double MOST_JUMPS = 3;

    private static final double LEAST_JUMP = 20;
    private static final double MOST_JUMP = 150;
    private static final double JUMP_LASTS = 180;

    /** Share of the reports in a jump that show a speed, too, and up to which one, km/h. */
    private static final double SPIKES = 0.1;

    private static final double FASTEST_SPIKE = 20;

    /** Share of the devices that report no speed where the ignition is not known. */
    private static final double WITHOUT_SPEED = 0.2;

    private final Spot place;
    private final Rng rng;
    private final double drift;
    private final double lasts;
    private final double jumps;
    private final boolean ignitionKnown;
    private final boolean speedKnown;

    /** Whether the receiver knows of its jumps, and states a worse accuracy in them. */
    private final boolean honest;

    private double last;
    private double east;
    private double north;
    private double jumpUntil = Double.NEGATIVE_INFINITY;
    private double nextJump;
    private double jump;
    private double direction;

    private NightDevice(Spot place, Rng rng) {
        this.place = place;
        this.rng = rng;
        drift = rng.uniform(LEAST_DRIFT, MOST_DRIFT);
        lasts = rng.uniform(SHORTEST_DRIFT, LONGEST_DRIFT);
        jumps = rng.uniform(0.1, MOST_JUMPS);
        ignitionKnown = rng.chance(0.5);
        speedKnown = ignitionKnown || !rng.chance(WITHOUT_SPEED);
        honest = rng.chance(0.5);
        east = rng.gaussian() * drift;
        north = rng.gaussian() * drift;
        nextJump = wait(3_600 / jumps);
    }

    static NightDevice draw(Spot place, Rng rng) {
        return new NightDevice(place, rng);
    }

    private double wait(double mean) {
        return -mean * StrictMath.log(1 - rng.uniform());
    }

    Telemetry driving(double time, Spot at, float speed) {
        wander(time);
        return record(time, at.moved(east, north), speed, drift, LowVoltageSystemState.ON);
    }

    Telemetry parked(double time) {
        wander(time);
        while (time >= nextJump) {
            jump = rng.uniform(LEAST_JUMP, MOST_JUMP);
            direction = rng.uniform(0, 2 * Math.PI);
            jumpUntil = nextJump + wait(JUMP_LASTS);
            nextJump = jumpUntil + wait(3_600 / jumps);
        }
        Spot at = place.moved(east, north);
        if (!isOff(time)) {
            return record(time, at, shown(0), drift, LowVoltageSystemState.OFF);
        }
        double spike = rng.chance(SPIKES) ? rng.uniform(0, FASTEST_SPIKE) : 0;
        double stated = honest ? Math.max(drift, jump / 2) : drift;
        Spot jumped = at.towards(direction, jump);
        return record(time, jumped, shown(spike), stated, LowVoltageSystemState.OFF);
    }

    /** Whether what was reported last, at that time, is a reflection. */
    boolean isOff(double time) {
        return time < jumpUntil;
    }

    /** Receivers that stand show up to 2 km/h. */
    private float shown(double spike) {
        return (float) Math.max(spike, rng.uniform(0, 2));
    }

    private Telemetry record(
            double time, Spot at, float speed, double stated, LowVoltageSystemState ignition) {
        return Reports.record(
                time,
                at,
                speedKnown ? speed : Float.NaN,
                (float) stated,
                ignitionKnown ? ignition : LowVoltageSystemState.UNDEFINED);
    }

    /** An Ornstein-Uhlenbeck process. */
    private void wander(double time) {
        double kept = StrictMath.exp(-(time - last) / lasts);
        double fresh = drift * Math.sqrt(1 - kept * kept);
        east = kept * east + fresh * rng.gaussian();
        north = kept * north + fresh * rng.gaussian();
        last = time;
    }
}
