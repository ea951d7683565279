// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;

/**
 * When and where a vehicle came to the other side of a fence's line. A state type: components are
 * only ever added.
 *
 * @param time event time, ms
 * @param interpolated whether that lies between two fixes
 * @param cause why it came to be there
 * @param latitude 1e-7 degrees
 * @param longitude 1e-7 degrees
 */
public record SideChange(
        long time, boolean interpolated, BreachCause cause, int latitude, int longitude)
        implements Serializable {

    /** On the way, where it is first inside, or behind where it is last inside. */
    static SideChange on(VehicleWay way, double part) {
        return Double.isNaN(part)
                ? at(way, BreachCause.CROSSED)
                : new SideChange(
                        way.timeAt(part),
                        true,
                        BreachCause.CROSSED,
                        way.latitudeAt(part),
                        way.longitudeAt(part));
    }

    /** At the end of a way. */
    static SideChange at(VehicleWay way, BreachCause cause) {
        return new SideChange(way.time(), false, cause, way.latitude(), way.longitude());
    }

    SideChange movedBack(long millis) {
        return new SideChange(time - millis, interpolated, cause, latitude, longitude);
    }
}
