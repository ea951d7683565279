// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

/**
 * A stretch of a route on which the driver is too fast on purpose; elsewhere drivers stay below
 * every tolerance. Where no limit is known it has no effect.
 *
 * @param from where it begins, m from the beginning of the route
 * @param to where it ends, m
 * @param factor of the limit
 * @param plus km/h on top
 */
public record Excess(double from, double to, double factor, double plus) {

    /** So many km/h above the limit, whatever it is. */
    public static Excess over(double from, double to, double plus) {
        return new Excess(from, to, 1, plus);
    }

    boolean covers(double distance) {
        return distance >= from && distance < to;
    }

    double speed(double limit) {
        return limit * factor + plus;
    }
}
