// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.SpeedSource;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Rotation;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.sensor.ImuSensor;
import io.odograph.simulator.sensor.Mounting;
import io.odograph.simulator.sensor.SensorModel;

/**
 * A device in a vehicle and what it tells of a crash.
 *
 * @param device kind of device and how it sits
 * @param model what it measures
 * @param evidence what a crash leaves in its reports
 */
record Sensing(Device device, SensorModel model, Evidence evidence) {

    /** Kinds of device and how they sit. */
    enum Device {
        /** Built in: vehicle axes, wheel speed, flags. */
        EMBEDDED(DeviceKind.EMBEDDED, true, "vehicle axes, embedded"),
        /** In the diagnostic socket: vehicle axes, wheel speed. */
        OBD_DONGLE(DeviceKind.OBD_DONGLE, true, "vehicle axes, dongle"),
        /** Screwed to the vehicle in an unknown direction: device axes, satellite speed. */
        BLACK_BOX(DeviceKind.BLACK_BOX, false, "device axes, black box"),
        /** Loose or in a holder: device axes, satellite speed that lags. */
        PHONE(DeviceKind.PHONE, false, "device axes, phone");

        private final DeviceKind kind;
        private final boolean vehicleAxes;
        private final String label;

        Device(DeviceKind kind, boolean vehicleAxes, String label) {
            this.kind = kind;
            this.vehicleAxes = vehicleAxes;
            this.label = label;
        }

        /** As tables name it. */
        String label() {
            return label;
        }

        SensorModel model() {
            return SensorModel.of(kind);
        }
    }

    /** What a crash leaves in the reports. */
    enum Evidence {
        /** An accelerometer recording. */
        IMU("accelerometer"),
        /** The speed, once a second. */
        SPEED("speed alone"),
        /** What the vehicle or the device reports, and the speed. */
        FLAGS("flags and speed");

        private final String label;

        Evidence(String label) {
            this.label = label;
        }

        /** As tables name it. */
        String label() {
            return label;
        }
    }

    /** With an accelerometer of a rate in Hz, a full scale in g and a noise in m/s2. */
    static Sensing imu(Device device, double rate, double range, double noise) {
        SensorModel typical = device.model();
        ImuSensor sensor = typical.imu().atRate(rate).withRangeOf(range).withNoise(noise);
        sensor = device.vehicleAxes ? sensor.inVehicleAxes() : sensor.inDeviceAxes();
        return new Sensing(device, typical.withImu(sensor), Evidence.IMU);
    }

    /** As its data sheet says. */
    static Sensing typical(Device device) {
        return new Sensing(device, device.model(), Evidence.IMU);
    }

    /** With the speed of the wheels alone. */
    static Sensing wheelSpeed() {
        SensorModel model = SensorModel.speedOnly(SpeedSource.WHEEL);
        return new Sensing(Device.OBD_DONGLE, model, Evidence.SPEED);
    }

    /** With the speed of satellites alone, which lags by some seconds and has a noise in m/s. */
    static Sensing satelliteSpeed(double lag, double noise) {
        SensorModel model = SensorModel.speedOnly(SpeedSource.GNSS);
        SensorModel lagging = model.withGnss(model.gnss().lagging(lag).withSpeedNoise(noise));
        return new Sensing(Device.BLACK_BOX, lagging, Evidence.SPEED);
    }

    /** Built in, with flags and wheel speed but no accelerometer. */
    static Sensing flags() {
        SensorModel model = Device.EMBEDDED.model().withoutAccelerometer();
        return new Sensing(Device.EMBEDDED, model, Evidence.FLAGS);
    }

    /** A vehicle that has it, to which nothing happens yet. */
    VehiclePlan vehicle(Rng rng) {
        Rotation rotation = device.vehicleAxes ? Rotation.NONE : Rotation.random(rng.fork("sits"));
        boolean counted = device != Device.PHONE;
        return new VehiclePlan(1, device.kind, counted, model, Mounting.fixed(rotation));
    }

    /** Full scale of the accelerometer, g; 0 without one. */
    double range() {
        return Math.round(model.imu().range() / Units.G);
    }

    /** Samples per second of the accelerometer, Hz; 0 without one. */
    double rate() {
        return evidence == Evidence.IMU ? model.imu().rate() : 0;
    }

    /** Whether the receiver spreads a sudden loss of speed over seconds, as braking does. */
    boolean speedLags() {
        return !model.readsVehicle() && model.gnss().speedLag() < 1;
    }

    /** Where the speed comes from, as tables name it. */
    String speedSource() {
        if (model.readsVehicle()) {
            return "wheel speed";
        }
        return speedLags() ? "satellite speed, lagging" : "satellite speed";
    }
}
