// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.motion;

/**
 * The acceleration pulse of a collision: a haversine, a(u) = deltaV / width (1 - cos 2 pi u), in
 * vehicle axes (x forward, y left, z up). Its peak is twice its mean, and its integral the change
 * of velocity.
 *
 * @param start time of first contact, s
 * @param width s, above 0; crashes last 0.08 to 0.14 s
 * @param x change of velocity forward, m/s
 * @param y change of velocity to the left, m/s
 * @param z change of velocity upwards, m/s
 */
public record Pulse(double start, double width, double x, double y, double z) {

    /** Size of the change of velocity, m/s. */
    public double deltaV() {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** When the pulse is over, s. */
    public double end() {
        return start + width;
    }

    /** Share of the change of velocity that is done at a time, 0 to 1. */
    public double progress(double time) {
        double u = Math.min(Math.max((time - start) / width, 0), 1);
        return u - StrictMath.sin(2 * StrictMath.PI * u) / (2 * StrictMath.PI);
    }

    /** Rate of {@link #progress} at a time, 1/s: multiplied by x, y or z it is the acceleration. */
    public double rate(double time) {
        double u = (time - start) / width;
        return u <= 0 || u >= 1 ? 0 : (1 - StrictMath.cos(2 * StrictMath.PI * u)) / width;
    }
}
