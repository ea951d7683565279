// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.ImuBurst;
import java.util.Arrays;

/**
 * What an accelerometer recording tells of an impact. In vehicle axes the horizontal plane counts,
 * since potholes, bumps and landings are vertical; in the axes of a device whose mounting is not
 * known only quantities that no rotation changes do.
 *
 * @param time event time of first contact in the window of {@code deltaV}, ms: the first sample
 *     with at least {@value #CONTACT} m/s2, which is the 0.8 km/h in 20 ms of time zero (GB
 *     39732-2020, 4.1.3)
 * @param vehicleAxes whether the axes are the vehicle's
 * @param rate samples per second, Hz
 * @param deltaV largest change of velocity within 150 ms, km/h, 0 and up: horizontal in vehicle
 *     axes, else of the resultant
 * @param forward its part along the vehicle, km/h, negative when hit from the front; NaN in device
 *     axes
 * @param left its part across the vehicle, km/h, positive when hit from the right; NaN in device
 *     axes
 * @param duration of the pulse by the same 0.8 km/h in 20 ms, at most 250 (49 CFR 563.5), ms
 * @param peakAcceleration largest resultant without gravity after the low-pass that the rate
 *     allows, m/s2
 * @param saturated whether a sample of an axis that counts stood at the sensor's range: then {@code
 *     deltaV} and {@code peakAcceleration} are lower bounds
 * @param clipped how long samples stood there around the peak, s
 * @param aboveFourG how long the resultant was above 4 g around its peak, s
 * @param freeFall longest weightlessness that ended within 1.2 s before the peak, s; 0 where
 *     gravity was removed, since then it cannot be seen
 */
public record ImpactPulse(
        long time,
        boolean vehicleAxes,
        double rate,
        double deltaV,
        double forward,
        double left,
        double duration,
        double peakAcceleration,
        boolean saturated,
        double clipped,
        double aboveFourG,
        double freeFall) {

    /** Standard gravity, m/s2. */
    static final double G = 9.80665;

    /** Window of the change of velocity, s: that of the event data recorder's trigger. */
    private static final double WINDOW = 0.150;

    /** Longest pulse that an event data recorder records, s. */
    private static final double LONGEST = 0.250;

    /** Share of the range from which a sample counts as clipped; sensors stop a little below it. */
    private static final double CLIPPED = 0.98;

    /** Share of the range by which a clipped sample differs from rest. */
    private static final double MOVED = 0.1;

    /** Below this a recording is too short for a median to be its rest, s. */
    private static final double SHORT = 0.6;

    private static final double WEIGHTLESS = 0.4 * G;
    private static final double FALL_ENDS_BEFORE_PEAK = 1.2;
    private static final double LONGEST_FALL = 1;
    private static final double KMH_PER_MS = 3.6;
    private static final double CONTACT = 11.1;

    /**
     * Measures a recording. Gravity and sensor offset are taken out together as the median of each
     * axis: a pulse of some 100 ms is a small part of a recording of seconds, so it hardly moves
     * the median, while a mean would be pulled by it. From a recording in vehicle axes of less than
     * 0.6 s gravity alone is taken out. Of a single sample nothing is found in device axes.
     *
     * @param burst the recording
     */
    public static ImpactPulse measure(ImuBurst burst) {
        return new Measurement(burst).result();
    }

    /** This by a clock that was set back by some ms since. */
    ImpactPulse movedBack(long millis) {
        return new ImpactPulse(
                time - millis,
                vehicleAxes,
                rate,
                deltaV,
                forward,
                left,
                duration,
                peakAcceleration,
                saturated,
                clipped,
                aboveFourG,
                freeFall);
    }

    /** One recording without its rest, and the walk over it. */
    private static final class Measurement {

        private final ImuBurst burst;
        private final boolean vehicleAxes;
        private final int n;
        private final double step;
        private final double[] x;
        private final double[] y;
        private final double[] z;

        Measurement(ImuBurst burst) {
            this.burst = burst;
            vehicleAxes = burst.frame() == AxesFrame.VEHICLE;
            n = burst.x().length;
            // A sample stands for the time until the next one, within the window: a slow recording
            // must not pass a second of braking for 150 ms.
            step = Math.min(1.0 / burst.rate(), WINDOW);
            boolean tooShort = vehicleAxes && n < SHORT * burst.rate();
            x = without(burst.x(), tooShort ? 0 : median(burst.x()));
            y = without(burst.y(), tooShort ? 0 : median(burst.y()));
            double gravity = burst.gravityIncluded() ? G : 0;
            z = without(burst.z(), tooShort ? gravity : median(burst.z()));
        }

        ImpactPulse result() {
            int window = Math.max(1, (int) Math.round(WINDOW * burst.rate()));
            double vx = 0;
            double vy = 0;
            double vz = 0;
            double best = -1;
            double forward = 0;
            double left = 0;
            int end = 0;
            for (int i = 0; i < n; i++) {
                vx += (x[i] - (i < window ? 0 : x[i - window])) * step;
                vy += (y[i] - (i < window ? 0 : y[i - window])) * step;
                vz += (z[i] - (i < window ? 0 : z[i - window])) * step;
                double squared = vx * vx + vy * vy + (vehicleAxes ? 0 : vz * vz);
                if (squared > best) {
                    best = squared;
                    forward = vx * KMH_PER_MS;
                    left = vy * KMH_PER_MS;
                    end = i;
                }
            }
            int start = contact(Math.max(0, end - window + 1), end);
            int peak = peak();
            return new ImpactPulse(
                    burst.timeOf(start),
                    vehicleAxes,
                    burst.rate(),
                    Math.sqrt(best) * KMH_PER_MS,
                    vehicleAxes ? forward : Double.NaN,
                    vehicleAxes ? left : Double.NaN,
                    duration(start) * 1000,
                    filteredPeak(),
                    clipped(0, n) > 0,
                    clipped(peak - samples(LONGEST), peak + samples(LONGEST) + 1)
                            / (double) burst.rate(),
                    aboveFourG(peak),
                    burst.gravityIncluded() ? freeFall(peak) : 0);
        }

        /** First contact in a window; before it, where the pulse is longer than the window. */
        private int contact(int from, int to) {
            int start = from;
            int earliest = Math.max(0, from - samples(LONGEST - WINDOW));
            while (start > earliest && counts(start) >= CONTACT && counts(start - 1) >= CONTACT) {
                start--;
            }
            while (start < to && counts(start) < CONTACT) {
                start++;
            }
            return start;
        }

        private double duration(int start) {
            int last = start;
            for (int i = start; i < Math.min(n, start + samples(LONGEST)); i++) {
                last = counts(i) >= CONTACT ? i : last;
            }
            return (last - start + 1) / (double) burst.rate();
        }

        private int peak() {
            int peak = 0;
            for (int i = 1; i < n; i++) {
                peak = squared(i) > squared(peak) ? i : peak;
            }
            return peak;
        }

        private double filteredPeak() {
            double[] fx = LowPass.filter(x, burst.rate());
            double[] fy = LowPass.filter(y, burst.rate());
            double[] fz = LowPass.filter(z, burst.rate());
            double largest = 0;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, fx[i] * fx[i] + fy[i] * fy[i] + fz[i] * fz[i]);
            }
            return Math.sqrt(largest);
        }

        private double aboveFourG(int peak) {
            int around = samples(LONGEST);
            int above = 0;
            for (int i = Math.max(0, peak - around); i < Math.min(n, peak + around + 1); i++) {
                above += squared(i) >= 16 * G * G ? 1 : 0;
            }
            return above / (double) burst.rate();
        }

        private double freeFall(int peak) {
            int ended = peak - samples(FALL_ENDS_BEFORE_PEAK);
            int longest = 0;
            int run = 0;
            for (int i = Math.max(0, ended - samples(LONGEST_FALL)); i < peak; i++) {
                double ax = burst.x()[i];
                double ay = burst.y()[i];
                double az = burst.z()[i];
                boolean weightless = ax * ax + ay * ay + az * az < WEIGHTLESS * WEIGHTLESS;
                run = weightless ? run + 1 : 0;
                longest = i >= ended ? Math.max(longest, run) : longest;
            }
            return longest / (double) burst.rate();
        }

        private double squared(int i) {
            return x[i] * x[i] + y[i] * y[i] + z[i] * z[i];
        }

        /** Size of what counts at a sample, m/s2. */
        private double counts(int i) {
            return Math.sqrt(x[i] * x[i] + y[i] * y[i] + (vehicleAxes ? 0 : z[i] * z[i]));
        }

        private int clipped(int from, int to) {
            int clipped = 0;
            for (int i = Math.max(0, from); i < Math.min(n, to); i++) {
                clipped += isClipped(i) ? 1 : 0;
            }
            return clipped;
        }

        private boolean isClipped(int i) {
            return isClipped(burst.x()[i], x[i])
                    || isClipped(burst.y()[i], y[i])
                    || (!vehicleAxes && isClipped(burst.z()[i], z[i]));
        }

        /** An axis that stands at its range all the time is broken, not clipped. */
        private boolean isClipped(float sample, double moved) {
            double range = burst.range();
            return range > 0
                    && Math.abs(sample) >= (float) (range * CLIPPED)
                    && Math.abs(moved) >= range * MOVED;
        }

        private int samples(double seconds) {
            return (int) Math.round(seconds * burst.rate());
        }
    }

    private static double[] without(float[] samples, double rest) {
        double[] moved = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            moved[i] = samples[i] - rest;
        }
        return moved;
    }

    private static double median(float[] samples) {
        float[] sorted = samples.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : (sorted[middle - 1] + (double) sorted[middle]) / 2;
    }
}
