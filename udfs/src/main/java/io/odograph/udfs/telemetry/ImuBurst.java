// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A short high-rate accelerometer recording, sent when the device's own trigger fired. The three
 * arrays are of one length, at least 1, hold finite numbers and must not be changed.
 *
 * @param start time of the first sample, ms since the epoch, by the device's clock
 * @param rate samples per second, Hz
 * @param range full scale to either side, m/s2, or NaN where not stated
 * @param frame what the axes are fixed to
 * @param gravityIncluded whether samples contain gravity
 * @param x samples of the x axis, m/s2
 * @param y samples of the y axis, m/s2
 * @param z samples of the z axis, m/s2
 */
public record ImuBurst(
        long start,
        float rate,
        float range,
        AxesFrame frame,
        boolean gravityIncluded,
        float[] x,
        float[] y,
        float[] z) {

    /** Time of a sample, ms since the epoch; index from 0. */
    public long timeOf(int index) {
        return start + Math.round(index * 1000.0 / rate);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImuBurst that
                && start == that.start
                && Float.compare(rate, that.rate) == 0
                && Float.compare(range, that.range) == 0
                && frame == that.frame
                && gravityIncluded == that.gravityIncluded
                && Arrays.equals(x, that.x)
                && Arrays.equals(y, that.y)
                && Arrays.equals(z, that.z);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(start) * 31 + Arrays.hashCode(x);
    }
}
