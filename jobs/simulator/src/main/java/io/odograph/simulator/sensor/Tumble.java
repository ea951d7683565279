// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Rotation;

/**
 * A device that somebody turns in the hand or throws: an even rotation about one axis.
 *
 * @param from when it begins, s
 * @param lasts s, above 0
 * @param x first component of the axis in vehicle axes
 * @param y second component
 * @param z third component
 * @param radians the whole angle
 */
public record Tumble(double from, double lasts, double x, double y, double z, double radians) {

    /** A tumble about an axis drawn evenly from all there are. */
    public static Tumble draw(double from, double lasts, double radians, Rng rng) {
        return new Tumble(from, lasts, rng.gaussian(), rng.gaussian(), rng.gaussian(), radians);
    }

    /** How far it has turned at a time. */
    Rotation at(double time) {
        double share = Math.min(Math.max((time - from) / lasts, 0), 1);
        return Rotation.about(new double[] {x, y, z}, radians * share);
    }
}
