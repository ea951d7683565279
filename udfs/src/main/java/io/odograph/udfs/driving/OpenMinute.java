// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import java.util.Arrays;

/**
 * A minute that may still change: what all windows are made of. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class OpenMinute {

    /** Speeds that are kept apart; beyond it they go into the sketch. */
    private static final int MOST_SPEEDS = 120;

    /** Its start, ms. */
    public long start;

    /** Whether it is at night by the local clock. */
    public boolean night;

    /** Whether it is in a rush hour by the local clock. */
    public boolean rush;

    /** What it adds up to, but for the speeds below. */
    public DrivingTotals totals = new DrivingTotals();

    /** Speeds while in motion, km/h. */
    public float[] speeds = {};

    /** How long each was driven, ms. */
    public int[] weights = {};

    /** How many of these there are. */
    public int count;

    /** Adds a speed. */
    void speed(float speed, int weight) {
        if (count == MOST_SPEEDS) {
            flush();
        }
        if (count == speeds.length) {
            int length = Math.min(MOST_SPEEDS, Math.max(8, 2 * count));
            speeds = Arrays.copyOf(speeds, length);
            weights = Arrays.copyOf(weights, length);
        }
        speeds[count] = speed;
        weights[count++] = weight;
    }

    /** All that it adds up to. */
    DrivingTotals flush() {
        totals.speeds = SpeedSketch.add(totals.speeds, speeds, weights, count);
        count = 0;
        return totals;
    }
}
