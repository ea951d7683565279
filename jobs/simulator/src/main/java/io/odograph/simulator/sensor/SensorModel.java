// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.SpeedSource;
import io.odograph.simulator.math.Units;

/**
 * What a kind of device can measure.
 *
 * @param gnss its satellite receiver
 * @param imu its accelerometer
 * @param readsVehicle whether it reads the vehicle bus: wheel speed, odometer, ignition
 * @param measuresMotion whether it reports accelerations and yaw rate in vehicle axes
 * @param holdsFix whether it repeats the last fix when the sky is gone, rather than sending none
 * @param sendsBurstAlone whether a recording is a record of its own, rather than part of the next
 *     regular one
 */
public record SensorModel(
        GnssSensor gnss,
        ImuSensor imu,
        boolean readsVehicle,
        boolean measuresMotion,
        boolean holdsFix,
        boolean sendsBurstAlone) {

    private static final double TRIGGER = 0.6 * Units.G;

    /** Typical devices: ranges and rates as their data sheets go, errors as handbooks measure. */
    public static SensorModel of(DeviceKind kind) {
        return switch (kind) {
            case EMBEDDED ->
                    new SensorModel(
                            new GnssSensor(1.5, 0.3, 0.1, 1),
                            new ImuSensor(100, 490.33, true, false, 0.1, TRIGGER, 1, 1),
                            true,
                            true,
                            false,
                            false);
            case OBD_DONGLE ->
                    new SensorModel(
                            new GnssSensor(2.5, 0.5, 0.15, 1),
                            new ImuSensor(100, 235.36, true, true, 0.2, TRIGGER, 1, 1),
                            true,
                            true,
                            false,
                            true);
            case BLACK_BOX ->
                    new SensorModel(
                            new GnssSensor(2, 0.4, 0.12, 1),
                            new ImuSensor(100, 235.36, true, false, 0.15, TRIGGER, 1, 1),
                            false,
                            false,
                            false,
                            true);
            case PHONE, UNKNOWN -> phone(100, 156.9);
        };
    }

    /** A phone whose accelerometer has a rate in Hz and a range in m/s2. */
    public static SensorModel phone(double rate, double range) {
        return new SensorModel(
                new GnssSensor(3, 0.7, 0.2, 0.6),
                new ImuSensor(rate, range, false, true, 0.15, TRIGGER, 1.5, 1),
                false,
                false,
                true,
                false);
    }

    /**
     * A device that reports its speed once a second and nothing that it felt.
     *
     * @param source WHEEL for the vehicle bus, anything else for the satellite receiver
     */
    public static SensorModel speedOnly(SpeedSource source) {
        boolean wheel = source == SpeedSource.WHEEL;
        GnssSensor gnss = new GnssSensor(2.5, 0.5, 0.15, 1);
        return new SensorModel(gnss, ImuSensor.NONE, wheel, false, false, false);
    }

    /** The same device with another accelerometer. */
    public SensorModel withImu(ImuSensor that) {
        return new SensorModel(gnss, that, readsVehicle, measuresMotion, holdsFix, sendsBurstAlone);
    }

    /** The same device with another satellite receiver. */
    public SensorModel withGnss(GnssSensor that) {
        return new SensorModel(that, imu, readsVehicle, measuresMotion, holdsFix, sendsBurstAlone);
    }

    /** The same device without an accelerometer: no recordings, no accelerations. */
    public SensorModel withoutAccelerometer() {
        return new SensorModel(gnss, ImuSensor.NONE, readsVehicle, false, holdsFix, false);
    }

    /** The same device that reads the vehicle bus, or does not. */
    public SensorModel readingVehicle(boolean reads) {
        return new SensorModel(gnss, imu, reads, measuresMotion, holdsFix, sendsBurstAlone);
    }
}
