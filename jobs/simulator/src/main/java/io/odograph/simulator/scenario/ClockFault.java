// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

/**
 * A time during which a device's clock is wrong.
 *
 * @param from s from the start of the simulation, inclusive
 * @param to s, exclusive
 * @param offsetMillis what the clock adds to the true time, ms
 */
public record ClockFault(double from, double to, long offsetMillis) {}
