// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.motion;

/**
 * A collision: the vehicle takes the pulse, slides and stays where it stops, unless it is hit
 * again.
 *
 * @param pulse the change of velocity, in the vehicle's axes at first contact
 * @param yawRate spin just after the pulse, rad/s, counter-clockwise positive; it dies away
 * @param friction deceleration while sliding, m/s2, above 0
 * @param roll angle by which the body rolls over from the first contact on, rad, left side up
 *     positive; 0 if it stays on its wheels
 */
public record Collision(Pulse pulse, double yawRate, double friction, double roll) {

    /** Roll rate, rad/s; an assumption: two thirds of a turn in a second. */
    private static final double ROLL_RATE = 4;

    /** Creates a collision after which the vehicle stays on its wheels. */
    public Collision(Pulse pulse, double yawRate, double friction) {
        this(pulse, yawRate, friction, 0);
    }

    /** By how much the body has rolled at a time, rad. */
    double rolled(double time) {
        if (roll == 0 || time <= pulse.start()) {
            return 0;
        }
        double share = Math.min((time - pulse.start()) * ROLL_RATE / Math.abs(roll), 1);
        return roll * share;
    }
}
