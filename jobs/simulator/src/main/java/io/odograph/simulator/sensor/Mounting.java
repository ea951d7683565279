// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import io.odograph.simulator.math.Rotation;

/**
 * How a device sits in its vehicle, and how after it moved.
 *
 * @param first from vehicle axes to device axes at the start
 * @param movedAt when it moved, s; infinity if never
 * @param then from vehicle axes to device axes from then on
 */
public record Mounting(Rotation first, double movedAt, Rotation then) {

    /** A mounting that never changes. */
    public static Mounting fixed(Rotation rotation) {
        return new Mounting(rotation, Double.POSITIVE_INFINITY, rotation);
    }

    /** The rotation in force at a time. */
    public Rotation at(double time) {
        return time < movedAt ? first : then;
    }
}
