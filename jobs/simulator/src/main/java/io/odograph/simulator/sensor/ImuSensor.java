// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Trajectory;
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
        int samples = (int) Math.round((before + after) * rate);
        double start = Units.millis(shock.time() - before) / 1000.0;
        Recording recording =
                new Recording(start, new float[samples], new float[samples], new float[samples]);
        double largest = 0;
        double[] a = new double[3];
        for (int i = 0; i < samples; i++) {
            double time = start + i / rate;
            mean(time, trajectory, shocks, a);
            largest = Math.max(largest, a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
            measure(time, trajectory.speed(time), mounting, rng, a);
            recording.x()[i] = (float) a[0];
            recording.y()[i] = (float) a[1];
            recording.z()[i] = (float) a[2];
        }
        return largest < trigger * trigger ? null : recording;
    }

    /** Mean acceleration without gravity over the interval around a time. */
    private void mean(double time, Trajectory trajectory, List<Shock> shocks, double[] a) {
        int parts = (int) Math.ceil(FINE_RATE / rate);
        double[] sum = new double[3];
        for (int part = 0; part < parts; part++) {
            double t = time + ((part + 0.5) / parts - 0.5) / rate;
            sum[0] += trajectory.forward(t);
            sum[1] += trajectory.left(t);
            for (Shock shock : shocks) {
                shock.waveform().addTo(t, sum);
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            a[axis] = sum[axis] / parts;
        }
    }

    private void measure(double time, double speed, Mounting mounting, Rng rng, double[] a) {
        double road = ROAD_NOISE_PER_SPEED * speed;
        a[0] += road / 2 * rng.gaussian();
        a[1] += road / 2 * rng.gaussian();
        a[2] += road * rng.gaussian();
        if (gravityIncluded) {
            a[2] += Units.G;
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
}
