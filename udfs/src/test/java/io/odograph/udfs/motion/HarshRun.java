// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.PhoneState;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A drive as functions of time, reported by sensors of several kinds; 100 steps a second, from rest
 * in the direction of north.
 */
final class HarshRun {

    static final long START = 1_767_600_000_000L;
    static final double G = 9.80665;

    private static final int STEPS = 100;
    private static final double DEGREE = 111_195;

    private final double seconds;
    private final DoubleUnaryOperator along;
    private final DoubleUnaryOperator across;
    private double speed;
    private DoubleUnaryOperator slope = t -> 0;
    private DoubleUnaryOperator shock = t -> 0;
    private SpeedSource source = SpeedSource.WHEEL;
    private boolean yaw = true;
    private boolean quantised;
    private boolean placed = true;
    private DoubleUnaryOperator held = t -> 0;
    private int rate;
    private boolean streamed;
    private @Nullable AxesFrame frame;
    private double[][] mount = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private double noise;
    private long seed;
    private boolean momentary;

    HarshRun(double seconds, double kmh, DoubleUnaryOperator along, DoubleUnaryOperator across) {
        this.seconds = seconds;
        this.speed = kmh / 3.6;
        this.along = along;
        this.across = across;
    }

    /** Brakes from a speed for some seconds after ten. */
    static HarshRun braking(double kmh, double strength, double lasts) {
        return new HarshRun(30, kmh, t -> -strength * pulse(t - 10, lasts), t -> 0);
    }

    /** Rises within 0.4 s, holds, falls within 0.4 s. */
    static double pulse(double t, double lasts) {
        double edge = Math.min(t, lasts + 0.8 - t) / 0.4;
        return edge >= 1 ? 1 : edge <= 0 ? 0 : (1 - StrictMath.cos(Math.PI * edge)) / 2;
    }

    HarshRun uphill(DoubleUnaryOperator radians) {
        slope = radians;
        return this;
    }

    HarshRun shaken(DoubleUnaryOperator backward) {
        shock = backward;
        return this;
    }

    HarshRun satellites() {
        source = SpeedSource.GNSS;
        yaw = false;
        return this;
    }

    HarshRun wholeNumbers() {
        quantised = true;
        return this;
    }

    HarshRun nowhere() {
        placed = false;
        return this;
    }

    /** Fixes are repeated where the function is above 0. */
    HarshRun held(DoubleUnaryOperator when) {
        held = when;
        return this;
    }

    /** Accelerations of vehicle axes in records of their own. */
    HarshRun streamed(int hertz) {
        rate = hertz;
        streamed = true;
        return this;
    }

    /** One recording a second. */
    HarshRun recorded(int hertz, AxesFrame axes) {
        rate = hertz;
        frame = axes;
        return this;
    }

    /** Rows are the vehicle's axes in those of the device. */
    HarshRun mounted(double[][] axes) {
        mount = axes;
        return this;
    }

    HarshRun noisy(double deviation, long randomSeed) {
        noise = deviation;
        seed = randomSeed;
        return this;
    }

    /** Accelerations of the moment in the records of a second. */
    HarshRun momentary() {
        momentary = true;
        return this;
    }

    /** The records. */
    List<Telemetry> records() {
        List<Telemetry> records = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        double heading = 0;
        double north = 0;
        double east = 0;
        Position position = position(0, 0, 0);
        float told = 0;
        int block = rate == 0 ? STEPS : STEPS / rate;
        float[][] samples = new float[3][Math.max(1, rate)];
        double[] sum = new double[3];
        for (int i = 0; i < seconds * STEPS; i++) {
            double t = i / (double) STEPS;
            double forward =
                    speed <= 0 ? Math.max(0, along.applyAsDouble(t)) : along.applyAsDouble(t);
            double left = speed > 1 ? across.applyAsDouble(t) : 0;
            speed = Math.max(0, speed + forward / STEPS);
            heading -= speed > 1 ? left / speed / STEPS : 0;
            north += speed * StrictMath.cos(heading) / STEPS;
            east += speed * StrictMath.sin(heading) / STEPS;
            double lean = slope.applyAsDouble(t);
            double[] felt = {
                forward + G * StrictMath.sin(lean) - shock.applyAsDouble(t) + noise * gauss(random),
                left + noise * gauss(random),
                G * StrictMath.cos(lean) + noise * gauss(random)
            };
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] +=
                        felt[0] * mount[0][axis]
                                + felt[1] * mount[1][axis]
                                + felt[2] * mount[2][axis];
            }
            if (i % block == block - 1) {
                int k = rate == 0 ? 0 : i / block % rate;
                for (int axis = 0; axis < 3; axis++) {
                    samples[axis][k] = (float) (sum[axis] / block);
                    sum[axis] = 0;
                }
            }
            long time = START + Math.round((i + 1) * 1000.0 / STEPS);
            boolean end = i % STEPS == STEPS - 1;
            if (end && !(held.applyAsDouble(t) > 0)) {
                position = position(north, east, heading);
                told = (float) (speed * 3.6);
            }
            float rateOfTurn = (float) StrictMath.toDegrees(speed > 1 ? left / speed : 0);
            if (end) {
                float wheel = (float) (speed * 3.6);
                float kmh = source == SpeedSource.GNSS ? told : wheel;
                kmh = quantised ? (float) Math.floor(kmh) : kmh;
                float[] sample = samples(samples, rate - 1, (float) felt[0], (float) felt[1]);
                records.add(
                        record(time, kmh, yaw ? rateOfTurn : Float.NaN, position, sample, samples));
                samples = new float[3][Math.max(1, rate)];
            } else if (streamed && i % block == block - 1) {
                int k = i / block % rate;
                float[] sample = {samples[0][k], samples[1][k]};
                records.add(record(time, Float.NaN, Float.NaN, null, sample, samples));
            }
        }
        return records;
    }

    private float[] samples(float[][] samples, int last, float forward, float left) {
        if (streamed) {
            return new float[] {samples[0][last], samples[1][last]};
        }
        return momentary ? new float[] {forward, left} : new float[] {Float.NaN, Float.NaN};
    }

    private static double gauss(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    private static Position position(double north, double east, double heading) {
        double degrees = StrictMath.toDegrees(heading);
        return new Position(
                49 + north / DEGREE,
                8 + east / DEGREE / 0.656,
                Float.NaN,
                (float) (degrees - 360 * Math.floor(degrees / 360)),
                5,
                FixType.THREE_D,
                -1);
    }

    private Telemetry record(
            long time,
            float kmh,
            float rateOfTurn,
            @Nullable Position position,
            float[] sample,
            float[][] samples) {
        ImuBurst burst = null;
        if (frame != null) {
            long first = time - 1000 + 1000 / rate;
            burst =
                    new ImuBurst(
                            first,
                            rate,
                            Float.NaN,
                            frame,
                            true,
                            samples[0],
                            samples[1],
                            samples[2]);
        }
        Motion motion =
                new Motion(kmh, source, sample[0], sample[1], Float.NaN, rateOfTurn, Double.NaN);
        return of(time, "device", placed ? position : null, motion, burst, null);
    }

    static Telemetry of(
            long time,
            String device,
            @Nullable Position position,
            @Nullable Motion motion,
            @Nullable ImuBurst burst,
            @Nullable PhoneState phone) {
        return new Telemetry(
                "car-1",
                null,
                device,
                DeviceKind.BLACK_BOX,
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
                phone,
                null,
                DriverResponse.UNKNOWN,
                false);
    }

    /** What is told of the drive. */
    List<HarshEvent> events() {
        return events(records());
    }

    static List<HarshEvent> events(List<Telemetry> records) {
        return events(records, new HarshTrack(), HarshThresholds.DEFAULTS);
    }

    static List<HarshEvent> events(
            List<Telemetry> records, HarshTrack state, HarshThresholds thresholds) {
        List<HarshEvent> events = new ArrayList<>();
        MotionTrack motion = new MotionTrack();
        HarshDetector detector = new HarshDetector(thresholds);
        for (Telemetry record : records) {
            float speed = motion.speed(record);
            motion.remember(record);
            detector.accept(state, record, speed, motion.source(record), null, events::add);
        }
        detector.end(state, null, events::add);
        return events;
    }
}
