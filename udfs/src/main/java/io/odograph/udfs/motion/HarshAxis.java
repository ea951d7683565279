// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import org.jspecify.annotations.Nullable;

/**
 * One horizontal axis of the vehicle as an accelerometer shows it. Changed in place; 40 bytes.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class HarshAxis {

    /** Largest bias that is believed, m/s2: gravity on a slope of 25 %. */
    private static final float LARGEST_BIAS = 2.5f;

    /** A difference from the bias by more than this is a manoeuvre seen late, m/s2. */
    private static final float MANOEUVRE = 1.5f;

    /** Below this share of its threshold an acceleration is near to 0. */
    private static final float NEAR_NOTHING = 0.2f;

    /** The low-pass. */
    public SlowPass filter = new SlowPass();

    /** What the accelerometer shows of slope, sensor and mount, m/s2. */
    public float bias;

    /** Last acceleration, low-passed, without bias, m/s2. */
    public float value;

    /** Largest change of it since it was near to 0, m/s3. */
    public float rise;

    /** The open stretch, or null. */
    public @Nullable HarshSpan open;

    /** Begins anew after a gap. */
    void settle(float sample) {
        filter.settle(sample);
        value = sample - bias;
        rise = 0;
    }

    /**
     * Takes a sample.
     *
     * @param sample m/s2
     * @param millis time since the one before, 1 to {@link SlowPass#LONGEST}
     * @param threshold threshold of its direction, m/s2
     */
    void next(float sample, int millis, float threshold) {
        float before = value;
        value = filter.next(sample, millis) - bias;
        float change = Math.abs(value - before) * 1000 / millis;
        rise = Math.abs(value) < NEAR_NOTHING * threshold ? change : Math.max(rise, change);
    }

    /**
     * Learns what does not come from changes of speed and direction: gravity on a slope, most of
     * all, for devices take out the gravity of level roads alone.
     *
     * @param mean mean of the accelerometer over a second, m/s2
     * @param reference what speed or direction show of that second, m/s2, or NaN
     * @param share how much of the difference is learned, 0..1
     */
    void correct(float mean, float reference, float share) {
        if (Float.isNaN(reference)) {
            return;
        }
        float off = mean - reference - bias;
        // Speed that comes late makes a manoeuvre look like a slope, twice and with both signs.
        float learned = Math.abs(off) > MANOEUVRE ? share / 4 : share;
        bias += learned * off;
        bias = Math.max(-LARGEST_BIAS, Math.min(LARGEST_BIAS, bias));
    }
}
