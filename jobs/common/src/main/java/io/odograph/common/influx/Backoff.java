// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.util.function.DoubleSupplier;

/**
 * How long to wait before sending again: twice as long after each failure, between half and all of
 * it at random, so that writers that failed together do not come back together. The one thing that
 * is random here; it touches when a line is written, never what.
 */
final class Backoff {

    /** A server that asks for more is asked again earlier. */
    static final long MAX_RETRY_AFTER = 5 * 60_000L;

    private final long min;
    private final long max;
    private final DoubleSupplier random;
    private int failures;

    /**
     * Creates it.
     *
     * @param min longest wait after the first failure, ms
     * @param max longest wait at all, ms, where the server does not ask for more
     * @param random numbers from 0 to 1
     */
    Backoff(long min, long max, DoubleSupplier random) {
        this.min = min;
        this.max = max;
        this.random = random;
    }

    /**
     * Notes a failure.
     *
     * @param retryAfter what the server asked for, ms, or 0
     * @return ms to wait
     */
    long failed(long retryAfter) {
        long whole = Math.min(max, min << Math.min(failures, 20));
        failures++;
        long jittered = whole / 2 + (long) (random.getAsDouble() * (whole - whole / 2.0));
        return Math.max(jittered, Math.min(retryAfter, MAX_RETRY_AFTER));
    }

    /** Notes a success. */
    void succeeded() {
        failures = 0;
    }

    /** Whether the newest attempt failed. */
    boolean isFailing() {
        return failures > 0;
    }
}
