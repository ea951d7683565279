// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.motion.DrivePlan;

/**
 * What a vehicle does before it is hit.
 *
 * @param state how it stands or moves
 * @param speed at the first contact, m/s; 0 unless it moves
 * @param deceleration of the braking just before, m/s2; 0 for none
 * @param lasts how long it brakes, or stands, before the first contact, s
 */
public record Approach(State state, double speed, double deceleration, double lasts) {

    /** How a vehicle is met. */
    public enum State {
        /** On its way. */
        MOVING,
        /** At a red light, ignition on. */
        STANDING,
        /** Ignition off. */
        PARKED
    }

    /** What a comfortable stop from 45 km/h takes, s. */
    private static final double STOPPING = 11;

    /** Speed that braking has not yet taken because it builds up at 30 m/s3. */
    private static final double PER_JERK = 1 / 60.0;

    /** At a steady speed, m/s. */
    public static Approach moving(double speed) {
        return new Approach(State.MOVING, speed, 0, 0);
    }

    /** Stopped in traffic some seconds ago. */
    public static Approach standing(double seconds) {
        return new Approach(State.STANDING, 0, 0, seconds);
    }

    /** Parked. */
    public static Approach parked() {
        return new Approach(State.PARKED, 0, 0, 0);
    }

    /** Braking hard just before, down to the same speed at the first contact. */
    public Approach braking(double hard, double seconds) {
        return new Approach(state, speed, hard, seconds);
    }

    /** Tells the driver, for a first contact at a time. */
    void stage(DrivePlan drive, double at) {
        switch (state) {
            case MOVING -> {
                double shed = deceleration * lasts - deceleration * deceleration * PER_JERK;
                drive.cruise(at - 45, at + 1, speed + Math.max(0, shed));
                if (deceleration > 0) {
                    drive.brake(at - lasts, deceleration, 0);
                }
            }
            case STANDING -> {
                double stops = at - lasts - STOPPING;
                drive.cruise(at - 45, stops, kmh(45));
                drive.cruise(stops, at + 1, 0);
            }
            case PARKED -> drive.departAt(Double.POSITIVE_INFINITY);
        }
    }
}
