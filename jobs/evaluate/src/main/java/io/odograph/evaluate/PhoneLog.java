// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.ImuBurst;
import java.util.Arrays;

/**
 * What a phone's accelerometer recorded, gravity in it.
 *
 * @param rate samples per second, Hz
 * @param x m/s2
 * @param y m/s2
 * @param z m/s2
 */
record PhoneLog(float rate, float[] x, float[] y, float[] z) {

    /** Full scale of the recorded phones, m/s2. */
    private static final float RANGE = 156.9f;

    /** Index of the hardest hit. */
    int peak() {
        int peak = 0;
        for (int i = 1; i < x.length; i++) {
            peak = squared(i) > squared(peak) ? i : peak;
        }
        return peak;
    }

    /**
     * The part around the hardest hit as a device sends it.
     *
     * @param hit when the hardest hit is to be, ms
     * @param before recorded before it, s
     * @param after recorded after it, s
     */
    ImuBurst around(long hit, double before, double after) {
        int peak = peak();
        int from = (int) Math.max(0, peak - Math.round(before * rate));
        int to = (int) Math.min(x.length, peak + Math.round(after * rate));
        long start = hit - Math.round((peak - from) * 1000.0 / rate);
        return new ImuBurst(
                start,
                rate,
                RANGE,
                AxesFrame.DEVICE,
                true,
                Arrays.copyOfRange(x, from, to),
                Arrays.copyOfRange(y, from, to),
                Arrays.copyOfRange(z, from, to));
    }

    private double squared(int i) {
        return (double) x[i] * x[i] + (double) y[i] * y[i] + (double) z[i] * z[i];
    }
}
