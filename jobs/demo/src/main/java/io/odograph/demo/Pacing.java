// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

/**
 * When recorded records are due in a play-back.
 *
 * @param start time of the first record, ms since the epoch
 * @param speedUp how much faster than recorded, above 0
 */
record Pacing(long start, double speedUp) {

    /** Nanoseconds after the beginning of the play-back at which a record is due; 0 and up. */
    long dueNanos(long timestamp) {
        return Math.max(0, (long) ((timestamp - start) * 1_000_000.0 / speedUp));
    }
}
