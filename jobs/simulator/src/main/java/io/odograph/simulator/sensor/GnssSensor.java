// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

/**
 * How good a satellite receiver is.
 *
 * @param drift standard deviation of the slow position error per axis, m
 * @param noise standard deviation of the fast position error per axis, m
 * @param speedNoise standard deviation of the Doppler speed, m/s
 * @param speedLag share of the way to the true speed that the reported one makes in a second, above
 *     0 and up to 1; 1 is without lag
 */
public record GnssSensor(double drift, double noise, double speedNoise, double speedLag) {}
