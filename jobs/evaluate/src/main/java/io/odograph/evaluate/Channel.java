// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

/**
 * One channel of a laboratory crash test, at rest or at a steady speed before and after.
 *
 * @param times s from the impact, rising
 * @param values m/s2
 */
record Channel(double[] times, double[] values) {

    /** Standard gravity, m/s2. */
    static final double G = 9.80665;

    private static final double KMH = 3.6;

    /**
     * Resampled as a sensor with a low-pass before its sampler measures: a sample is the mean over
     * its interval; where nothing was recorded it is 0.
     *
     * @param start of the first interval, s from the impact
     * @param rate Hz
     * @param count samples
     * @param range full scale, m/s2
     */
    float[] sampled(double start, double rate, int count, double range) {
        double[] sums = new double[count];
        int[] parts = new int[count];
        for (int i = 0; i < times.length; i++) {
            int index = (int) Math.floor((times[i] - start) * rate);
            if (index >= 0 && index < count) {
                sums[index] += values[i];
                parts[index]++;
            }
        }
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            double mean = parts[i] == 0 ? 0 : sums[i] / parts[i];
            samples[i] = (float) Math.min(Math.max(mean, -range), range);
        }
        return samples;
    }

    /** Change of velocity from the impact to each sample, km/h. */
    double[] velocity() {
        double[] velocity = new double[values.length];
        for (int i = 1; i < values.length; i++) {
            double step = times[i] >= 0 ? times[i] - times[i - 1] : 0;
            velocity[i] = velocity[i - 1] + (values[i] + values[i - 1]) / 2 * step * KMH;
        }
        return velocity;
    }
}
