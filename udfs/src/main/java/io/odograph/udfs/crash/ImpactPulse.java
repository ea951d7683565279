// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.ImuBurst;
import java.util.Arrays;

/**
 * What an accelerometer recording tells of an impact, whatever way the device is mounted.
 *
 * @param time event time at which the largest change of velocity begins, ms: the first sample of
 *     its window with at least {@value #CONTACT} m/s2, which is the 0.8 km/h in 20 ms of time zero
 *     (GB 39732-2020, 4.1.3)
 * @param deltaV largest change of velocity within 150 ms, km/h, 0 and up
 * @param peakAcceleration largest resultant without gravity, m/s2, 0 and up
 * @param saturated whether any sample stood at the sensor's range: then both figures are lower
 *     bounds
 */
public record ImpactPulse(long time, double deltaV, double peakAcceleration, boolean saturated) {

    /** Window of the change of velocity, s: that of the event data recorder's trigger. */
    private static final double WINDOW = 0.150;

    /** Share of the range from which a sample counts as clipped; sensors stop a little below it. */
    private static final double CLIPPED = 0.98;

    private static final double KMH_PER_MS = 3.6;

    private static final double CONTACT = 11.1;

    /**
     * Measures a recording. Gravity and sensor offset are taken out together as the median of each
     * axis: a pulse of some 100 ms is a small part of a recording of seconds, so it hardly moves
     * the median, while a mean would be pulled by it. Of a recording that is half pulse or more,
     * too little is found; of a single sample, nothing.
     *
     * @param burst the recording
     */
    public static ImpactPulse measure(ImuBurst burst) {
        // A sample stands for the time until the next one, within the window: a slow recording must
        // not pass a second of braking for 150 ms.
        double step = Math.min(1.0 / burst.rate(), WINDOW);
        int n = burst.x().length;
        double mx = median(burst.x());
        double my = median(burst.y());
        double mz = median(burst.z());
        int window = Math.max(1, (int) Math.round(WINDOW * burst.rate()));
        double vx = 0;
        double vy = 0;
        double vz = 0;
        double best = 0;
        int bestEnd = 0;
        double peak = 0;
        boolean saturated = false;
        for (int i = 0; i < n; i++) {
            double ax = burst.x()[i] - mx;
            double ay = burst.y()[i] - my;
            double az = burst.z()[i] - mz;
            peak = Math.max(peak, ax * ax + ay * ay + az * az);
            saturated |= isClipped(burst, i);
            vx += ax * step;
            vy += ay * step;
            vz += az * step;
            if (i >= window) {
                vx -= (burst.x()[i - window] - mx) * step;
                vy -= (burst.y()[i - window] - my) * step;
                vz -= (burst.z()[i - window] - mz) * step;
            }
            double squared = vx * vx + vy * vy + vz * vz;
            if (squared > best) {
                best = squared;
                bestEnd = i;
            }
        }
        int start = Math.max(0, bestEnd - window + 1);
        while (start < bestEnd && !isContact(burst, start, mx, my, mz)) {
            start++;
        }
        return new ImpactPulse(
                burst.timeOf(start), Math.sqrt(best) * KMH_PER_MS, Math.sqrt(peak), saturated);
    }

    private static boolean isContact(ImuBurst burst, int i, double mx, double my, double mz) {
        double ax = burst.x()[i] - mx;
        double ay = burst.y()[i] - my;
        double az = burst.z()[i] - mz;
        return ax * ax + ay * ay + az * az >= CONTACT * CONTACT;
    }

    private static boolean isClipped(ImuBurst burst, int i) {
        float limit = (float) (burst.range() * CLIPPED);
        return Math.abs(burst.x()[i]) >= limit
                || Math.abs(burst.y()[i]) >= limit
                || Math.abs(burst.z()[i]) >= limit;
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
