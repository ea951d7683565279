// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.ImuBurst;
import java.util.Arrays;

/** Cuts accelerometer recordings to a bound. */
final class BurstCut {

    private BurstCut() {}

    /**
     * The part of a recording around a moment: a third before it, the rest after, as far as the
     * recording has it.
     *
     * @param burst the recording
     * @param time the moment, ms
     * @param maxSamples longest part, samples, 1 and up
     */
    static ImuBurst around(ImuBurst burst, long time, int maxSamples) {
        int n = burst.x().length;
        if (n <= maxSamples) {
            return burst;
        }
        long index = Math.round((time - burst.start()) * burst.rate() / 1000.0);
        int from = (int) Math.max(0, Math.min(n - maxSamples, index - maxSamples / 3));
        int to = from + maxSamples;
        return new ImuBurst(
                burst.timeOf(from),
                burst.rate(),
                burst.range(),
                burst.frame(),
                burst.gravityIncluded(),
                Arrays.copyOfRange(burst.x(), from, to),
                Arrays.copyOfRange(burst.y(), from, to),
                Arrays.copyOfRange(burst.z(), from, to));
    }
}
