// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.udfs.motion.HarshSource;
import java.util.ArrayList;
import java.util.List;

/**
 * By what a drive is sensed.
 *
 * @param source the best source that there is
 * @param rate its rate, Hz
 * @param yaw whether the vehicle reports its yaw rate
 */
record SensedDrive(HarshSource source, int rate, boolean yaw) {

    private static final int[] RATES = {10, 25, 50, 100};

    /** All that are judged, the best source first. */
    static List<SensedDrive> all() {
        List<SensedDrive> all = new ArrayList<>();
        for (HarshSource source : List.of(HarshSource.VEHICLE_IMU, HarshSource.DEVICE_IMU)) {
            for (int rate : RATES) {
                all.add(new SensedDrive(source, rate, false));
            }
        }
        all.add(new SensedDrive(HarshSource.WHEEL_SPEED, 1, true));
        all.add(new SensedDrive(HarshSource.WHEEL_SPEED, 1, false));
        all.add(new SensedDrive(HarshSource.GNSS_SPEED, 1, false));
        return all;
    }

    /** As in {@code vehicle IMU, 50 Hz}. */
    @Override
    public String toString() {
        return switch (source) {
            case VEHICLE_IMU -> "IMU in vehicle axes, " + rate + " Hz";
            case DEVICE_IMU -> "IMU in device axes, " + rate + " Hz";
            case WHEEL_SPEED -> yaw ? "wheels and yaw rate, 1 Hz" : "wheels and satellites, 1 Hz";
            case GNSS_SPEED -> "satellites, 1 Hz";
        };
    }
}
