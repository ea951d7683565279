// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.motion.Collision;
import io.odograph.simulator.motion.Pulse;

/**
 * One blow of a crash.
 *
 * @param after when, s after the first contact of the crash
 * @param forward change of velocity forward, m/s
 * @param left change of velocity to the left, m/s
 * @param width of the pulse, s
 * @param yawRate spin after it, rad/s
 * @param friction deceleration while sliding, m/s2
 * @param roll angle by which the body rolls over, rad, left side up positive
 */
public record Impact(
        double after,
        double forward,
        double left,
        double width,
        double yawRate,
        double friction,
        double roll) {

    /** The first blow of a crash that leaves the vehicle on its wheels. */
    public static Impact first(
            double forward, double left, double width, double yawRate, double friction) {
        return new Impact(0, forward, left, width, yawRate, friction, 0);
    }

    /** Size of the change of velocity, m/s. */
    public double deltaV() {
        return Math.sqrt(forward * forward + left * left);
    }

    /** The same blow some seconds after the first contact of the crash. */
    public Impact after(double seconds) {
        return new Impact(seconds, forward, left, width, yawRate, friction, roll);
    }

    /** The same blow after which the body rolls over. */
    public Impact rolling(double radians) {
        return new Impact(after, forward, left, width, yawRate, friction, radians);
    }

    /** The collision that it is, in a crash with its first contact at a time. */
    Collision collision(double contact) {
        Pulse pulse = new Pulse(contact + after, width, forward, left, 0);
        return new Collision(pulse, yawRate, friction, roll);
    }
}
