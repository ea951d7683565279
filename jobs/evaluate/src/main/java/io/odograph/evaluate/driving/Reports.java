// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.udfs.motion.HarshSource;
import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.PhoneState;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports a drive as a device of a kind would, second by second. Accelerometers are off by up to
 * 0.2 m/s2, have 0.2 to 0.6 m/s2 of vibration at 100 Hz, show gravity on slopes and where the body
 * squats, dives (1 to 3 degrees per g) and leans (2 to 5), and average over the time between
 * samples; every other drive they come in records of their own, else as one recording per second.
 * Wheel speed is cut to whole km/h.
 */
final class Reports {

    /** Event time of every departure, ms. */
    static final long DEPARTURE = 1_767_600_000_000L;

    private static final double BIAS = 0.2;

    private final TrueDrive drive;
    private final SensedDrive sensed;
    private final Receiver receiver;
    private final Mounting mounting;
    private final Rng noise;
    private final double vibration;
    private final double[] bias = new double[3];
    private final double scale;
    private final double pitching;
    private final double rolling;
    private final boolean wheels;
    private final boolean streamed;
    private final boolean gravity;

    /** Reports of one drive. */
    Reports(TrueDrive drive, SensedDrive sensed, Mounting mounting, Rng rng, int number) {
        this.drive = drive;
        this.sensed = sensed;
        this.mounting = mounting;
        boolean phone = sensed.source() == HarshSource.DEVICE_IMU;
        receiver =
                new Receiver(
                        rng.fork("receiver"),
                        phone ? rng.uniform(0.4, 1.4) : rng.uniform(0.1, 0.7));
        noise = rng.fork("noise");
        vibration = rng.uniform(0.2, 0.6);
        for (int axis = 0; axis < 3; axis++) {
            bias[axis] = rng.uniform(-BIAS, BIAS);
        }
        scale = rng.uniform(1, 1.03);
        pitching = StrictMath.toRadians(rng.uniform(1, 3)) / Units.G;
        rolling = StrictMath.toRadians(rng.uniform(2, 5)) / Units.G;
        boolean satellites = phone || sensed.source() == HarshSource.GNSS_SPEED;
        wheels = !satellites && (!sensed.source().isImu() || number % 4 < 2);
        streamed = sensed.source() == HarshSource.VEHICLE_IMU && number % 2 == 0;
        gravity = number % 5 != 4;
    }

    /** Records of one second, the last of which is of its end. */
    List<Telemetry> second(int second) {
        Receiver.Fix fix = receiver.second(drive, second);
        int last = (second + 1) * TrueDrive.RATE - 1;
        boolean yaw = sensed.yaw();
        double kmh = Units.toKmh(drive.speed()[last]) * scale;
        float speed = wheels ? (float) Math.floor(kmh) : fix.speed();
        double turning = StrictMath.toDegrees(drive.yawRate(last)) + 0.3 * noise.gaussian();
        float yawRate = yaw ? (float) turning : Float.NaN;
        long time = DEPARTURE + 1000L * (second + 1);
        if (!sensed.source().isImu()) {
            return List.of(record(time, speed, yawRate, fix.position(), null, null, second));
        }
        float[][] samples = samples(second);
        if (!streamed) {
            ImuBurst burst =
                    new ImuBurst(
                            time - 1000 + 1000 / sensed.rate(),
                            sensed.rate(),
                            Float.NaN,
                            sensed.source() == HarshSource.VEHICLE_IMU
                                    ? AxesFrame.VEHICLE
                                    : AxesFrame.DEVICE,
                            gravity,
                            samples[0],
                            samples[1],
                            samples[2]);
            return List.of(record(time, speed, yawRate, fix.position(), burst, null, second));
        }
        List<Telemetry> records = new ArrayList<>();
        for (int k = 0; k < sensed.rate(); k++) {
            boolean end = k == sensed.rate() - 1;
            float[] sample = {samples[0][k], samples[1][k]};
            records.add(
                    record(
                            time - 1000 + 1000L * (k + 1) / sensed.rate(),
                            end ? speed : Float.NaN,
                            yawRate,
                            end ? fix.position() : null,
                            null,
                            sample,
                            second));
        }
        return records;
    }

    private float[][] samples(int second) {
        int rate = sensed.rate();
        int block = TrueDrive.RATE / rate;
        float[][] samples = new float[3][rate];
        double[] v = new double[3];
        for (int k = 0; k < rate; k++) {
            double[] sum = new double[3];
            for (int j = 0; j < block; j++) {
                feel(v, second * TrueDrive.RATE + k * block + j, second);
                for (int axis = 0; axis < 3; axis++) {
                    sum[axis] += v[axis];
                }
            }
            for (int axis = 0; axis < 3; axis++) {
                samples[axis][k] = (float) Units.round(sum[axis] / block + bias[axis], 3);
            }
        }
        return samples;
    }

    private void feel(double[] v, int i, int second) {
        double slope = drive.slope()[i];
        double roll = drive.roll()[i];
        boolean device = sensed.source() == HarshSource.DEVICE_IMU;
        // Who takes out gravity takes out that of level roads.
        double level = gravity || !device ? 0 : Units.G;
        double dive = slope + pitching * drive.along()[i];
        double lean = roll + rolling * drive.across()[i];
        v[0] = drive.along()[i] + Units.G * StrictMath.sin(dive) + drive.shockAlong()[i];
        v[1] = drive.across()[i] + Units.G * StrictMath.sin(lean) + drive.shockAcross()[i];
        v[2] = Units.G * StrictMath.cos(slope) - level + drive.shockUp()[i];
        for (int axis = 0; axis < 3; axis++) {
            v[axis] += (drive.speed()[i] > 1 ? vibration : 0.05) * noise.gaussian();
        }
        if (device) {
            mounting.turn(v, second);
        }
    }

    private Telemetry record(
            long time,
            float speed,
            float yawRate,
            @Nullable Position position,
            @Nullable ImuBurst burst,
            float @Nullable [] sample,
            int second) {
        boolean device = sensed.source() == HarshSource.DEVICE_IMU;
        Motion motion =
                new Motion(
                        speed,
                        wheels ? SpeedSource.WHEEL : SpeedSource.GNSS,
                        sample == null ? Float.NaN : sample[0],
                        sample == null ? Float.NaN : sample[1],
                        Float.NaN,
                        yawRate,
                        Double.NaN);
        return new Telemetry(
                "simulated",
                null,
                null,
                device ? DeviceKind.PHONE : DeviceKind.BLACK_BOX,
                null,
                null,
                null,
                time,
                time + 200,
                Telemetry.NO_SEQUENCE,
                position,
                motion,
                burst,
                null,
                device ? new PhoneState(mounting.isHandled(second), null, null) : null,
                null,
                DriverResponse.UNKNOWN,
                false);
    }
}
