// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

/**
 * What an accelerometer recorded around a shock.
 *
 * @param start time of the first sample, s
 * @param x samples, m/s2
 * @param y samples, m/s2
 * @param z samples, m/s2
 */
public record Recording(double start, float[] x, float[] y, float[] z) {}
