// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Trajectory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An accelerometer with a trigger: anti-aliasing, mounting, noise, resolution and clipping. A
 * sample is the mean over its interval, as low-pass filters in front of samplers make it; without
 * one a slow sensor would alias what a fast one sees.
 *
 * @param rate samples per second, Hz
 * @param range full scale to either side, m/s2
 * @param vehicleFrame whether the device knows its mounting and reports vehicle axes
 * @param gravityIncluded whether the samples contain gravity
 * @param noise standard deviation of the sensor's own noise, m/s2
 * @param trigger resultant without gravity that fires the trigger, m/s2
 * @param before recorded before the shock, s
 * @param after recorded after the shock, s
 */
public record ImuSensor(
        double rate,
        double range,
        boolean vehicleFrame,
        boolean gravityIncluded,
        double noise,
        double trigger,
        double before,
        double after) {

    /** No accelerometer at all: nothing fires it. */
    public static final ImuSensor NONE =
            new ImuSensor(1, 0, true, false, 0, Double.POSITIVE_INFINITY, 0, 0);

    private static final double FINE_RATE = 1000;
    private static final double RESOLUTION = 0.01;
    private static final double ROAD_NOISE_PER_SPEED = 0.02;

    /**
     * Records a shock, if it fires the trigger.
     *
     * @param shock what is recorded
     * @param shocks everything that the device feels in its life, the shock among it
     * @param trajectory how the vehicle moves
     * @param mounting how the device sits in it
     * @param rng draws the noise
     * @return the recording, or null if the trigger stays quiet
     */
    public @Nullable Recording record(
            Shock shock, List<Shock> shocks, Trajectory trajectory, Mounting mounting, Rng rng) {
        if (trigger == Double.POSITIVE_INFINITY) {
            return null;
        }
        int samples = (int) Math.round((before + after) * rate);
        double start = Units.millis(shock.time() - before) / 1000.0;
        Recording recording =
                new Recording(start, new float[samples], new float[samples], new float[samples]);
        List<Waveform> felt = feltBetween(start - 1, start + before + after + 1, shocks);
        double largest = 0;
        double[] a = new double[3];
        for (int i = 0; i < samples; i++) {
            double time = start + i / rate;
            mean(time, trajectory, felt, a);
            largest = Math.max(largest, a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
            measure(time, trajectory, mounting, rng, a);
            recording.x()[i] = (float) a[0];
            recording.y()[i] = (float) a[1];
            recording.z()[i] = (float) a[2];
        }
        return largest < trigger * trigger ? null : recording;
    }

    private static List<Waveform> feltBetween(double from, double to, List<Shock> shocks) {
        List<Waveform> felt = new ArrayList<>(shocks.size());
        for (Shock shock : shocks) {
            if (shock.waveform().touches(from, to)) {
                felt.add(shock.waveform());
            }
        }
        return felt;
    }

    /** Mean acceleration without gravity over the interval around a time. */
    private void mean(double time, Trajectory trajectory, List<Waveform> felt, double[] a) {
        a[0] = 0;
        a[1] = 0;
        a[2] = 0;
        double half = 0.5 / rate;
        for (int i = 0; i < felt.size(); i++) {
            if (felt.get(i).touches(time - half, time + half)) {
                addMean(felt.get(i), time, a);
            }
        }
        a[0] += trajectory.forward(time);
        a[1] += trajectory.left(time);
    }

    private void addMean(Waveform waveform, double time, double[] a) {
        int parts = (int) Math.ceil(FINE_RATE / rate);
        double[] sum = new double[3];
        for (int part = 0; part < parts; part++) {
            waveform.addTo(time + ((part + 0.5) / parts - 0.5) / rate, sum);
        }
        for (int axis = 0; axis < 3; axis++) {
            a[axis] += sum[axis] / parts;
        }
    }

    private void measure(
            double time, Trajectory trajectory, Mounting mounting, Rng rng, double[] a) {
        double road = ROAD_NOISE_PER_SPEED * trajectory.speed(time);
        a[0] += road / 2 * rng.gaussian();
        a[1] += road / 2 * rng.gaussian();
        a[2] += road * rng.gaussian();
        if (gravityIncluded) {
            double roll = trajectory.roll(time);
            a[1] += Units.G * StrictMath.sin(roll);
            a[2] += Units.G * StrictMath.cos(roll);
        }
        if (!vehicleFrame) {
            mounting.at(time).apply(a);
        }
        for (int axis = 0; axis < 3; axis++) {
            double noisy = a[axis] + noise * rng.gaussian();
            double stepped = Math.round(noisy / RESOLUTION) * RESOLUTION;
            a[axis] = Math.min(Math.max(Units.round(stepped, 2), -range), range);
        }
    }

    /** The same sensor at another rate, Hz. */
    public ImuSensor atRate(double that) {
        return new ImuSensor(
                that, range, vehicleFrame, gravityIncluded, noise, trigger, before, after);
    }

    /** The same sensor with another full scale, g. */
    public ImuSensor withRangeOf(double g) {
        double full = Units.round(g * Units.G, 2);
        return new ImuSensor(
                rate, full, vehicleFrame, gravityIncluded, noise, trigger, before, after);
    }

    /** The same sensor in vehicle axes, as a device that knows its mounting reports them. */
    public ImuSensor inVehicleAxes() {
        return new ImuSensor(rate, range, true, gravityIncluded, noise, trigger, before, after);
    }

    /** The same sensor in its own axes; how they lie is the matter of a {@link Mounting}. */
    public ImuSensor inDeviceAxes() {
        return new ImuSensor(rate, range, false, gravityIncluded, noise, trigger, before, after);
    }

    /** The same sensor with or without gravity in its samples. */
    public ImuSensor withGravity(boolean included) {
        return new ImuSensor(rate, range, vehicleFrame, included, noise, trigger, before, after);
    }

    /** The same sensor with another noise, m/s2. */
    public ImuSensor withNoise(double that) {
        return new ImuSensor(
                rate, range, vehicleFrame, gravityIncluded, that, trigger, before, after);
    }

    /** The same sensor with another trigger, m/s2. */
    public ImuSensor triggeredAt(double that) {
        return new ImuSensor(
                rate, range, vehicleFrame, gravityIncluded, noise, that, before, after);
    }
}
