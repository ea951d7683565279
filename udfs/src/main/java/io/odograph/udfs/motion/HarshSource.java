// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

/** Which signals proved something harsh, the best first; constants are only ever added. */
public enum HarshSource {
    /** An accelerometer in the vehicle's axes. */
    VEHICLE_IMU,
    /** An accelerometer in axes of its own, once its mount was learned. */
    DEVICE_IMU,
    /** Speed of the wheels, with the yaw rate of the vehicle for corners. */
    WHEEL_SPEED,
    /** Speed and direction by satellites, or by a filter that has them in it. */
    GNSS_SPEED;

    /** Whether it is an accelerometer. */
    public boolean isImu() {
        return this == VEHICLE_IMU || this == DEVICE_IMU;
    }
}
