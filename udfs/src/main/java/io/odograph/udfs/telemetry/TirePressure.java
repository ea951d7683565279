// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/**
 * Pressure of one tyre.
 *
 * @param axle axle, 1 at the front
 * @param wheel wheel on the axle, 1 at the left
 * @param pressure kPa over ambient
 */
public record TirePressure(int axle, int wheel, float pressure) {}
