// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/**
 * How a vehicle moved. A number that was not measured is NaN.
 *
 * @param speed km/h, 0 and up
 * @param speedSource where the speed comes from
 * @param accelerationLongitudinal m/s2, forward positive, without gravity
 * @param accelerationLateral m/s2, left positive, without gravity
 * @param accelerationVertical m/s2, up positive, without gravity
 * @param angularVelocityYaw degrees/s, counter-clockwise positive
 * @param traveledDistance odometer, m
 */
public record Motion(
        float speed,
        SpeedSource speedSource,
        float accelerationLongitudinal,
        float accelerationLateral,
        float accelerationVertical,
        float angularVelocityYaw,
        double traveledDistance) {}
