// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import io.odograph.simulator.math.Rotation;
import org.jspecify.annotations.Nullable;

/**
 * How a device sits in its vehicle, and how after it moved.
 *
 * @param first from vehicle axes to device axes at the start
 * @param movedAt when it moved, s; infinity if never
 * @param then from vehicle axes to device axes from then on, once a tumble is over
 * @param tumble how it got there, or null for at once
 */
public record Mounting(Rotation first, double movedAt, Rotation then, @Nullable Tumble tumble) {

    /** A mounting that changes at once. */
    public Mounting(Rotation first, double movedAt, Rotation then) {
        this(first, movedAt, then, null);
    }

    /** A mounting that never changes. */
    public static Mounting fixed(Rotation rotation) {
        return new Mounting(rotation, Double.POSITIVE_INFINITY, rotation);
    }

    /** The same device, tumbling once. */
    public Mounting tumbling(Tumble that) {
        Rotation end = that.at(Double.POSITIVE_INFINITY).after(first);
        return new Mounting(first, that.from(), end, that);
    }

    /** The rotation in force at a time. */
    public Rotation at(double time) {
        if (time < movedAt) {
            return first;
        }
        return tumble != null && time < tumble.from() + tumble.lasts()
                ? tumble.at(time).after(first)
                : then;
    }
}
