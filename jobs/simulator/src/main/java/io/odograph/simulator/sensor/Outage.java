// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

/**
 * A time without satellites, as in a tunnel.
 *
 * @param from s, inclusive
 * @param to s, exclusive
 */
public record Outage(double from, double to) {

    /** Whether there are no satellites at a time. */
    public boolean covers(double time) {
        return time >= from && time < to;
    }
}
