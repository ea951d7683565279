// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

/**
 * The low-pass that leaves of an acceleration what a driver does: a Bessel of four poles. It delays
 * everything that it lets pass by the same {@link #DELAY}, so that a pulse comes out in the shape
 * that a two-sided filter would give it, without overshoot, without samples that are yet to come
 * and with a state of four numbers. Its -3 dB are at 1.2 Hz, because there half a second of
 * acceleration comes out as high as from the two-sided 1 Hz filter by which labelled manoeuvres
 * were measured (Butterworth falls later and steeper). It is made of two trapezoidal state-variable
 * sections, which stay right when the time between samples changes.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class SlowPass {

    /** By so much what comes out is later than what went in, ms. */
    public static final long DELAY = 283;

    /** Longest time between samples, ms: 4 Hz. */
    static final int LONGEST = 250;

    private static final double CUT_OFF = 1.2;

    /** Frequencies and qualities of the sections for -3 dB at 1 (Texas Instruments SLOA049). */
    private static final double[] FREQUENCIES = {1.4192, 1.5912};

    private static final double[] QUALITIES = {0.5219, 0.8055};

    private static final float[][] GAINS = gains();

    /** First integrator of the first section. */
    public float first;

    /** Second integrator of the first section. */
    public float second;

    /** First integrator of the second section. */
    public float third;

    /** Second integrator of the second section. */
    public float fourth;

    private static float[][] gains() {
        float[][] gains = new float[2][LONGEST + 1];
        for (int section = 0; section < 2; section++) {
            for (int millis = 1; millis <= LONGEST; millis++) {
                // Not warped by a tangent: then the delay is the same at every rate.
                gains[section][millis] =
                        (float) (Math.PI * CUT_OFF * FREQUENCIES[section] * millis / 1000);
            }
        }
        return gains;
    }

    /** As if it had been at a value for long. */
    void settle(float value) {
        first = 0;
        second = value;
        third = 0;
        fourth = value;
    }

    /**
     * Takes the next sample.
     *
     * @param value the sample
     * @param millis time since the one before, 1 to {@link #LONGEST}
     */
    float next(float value, int millis) {
        float g = GAINS[0][millis];
        float scale = 1 / (1 + g * (g + (float) (1 / QUALITIES[0])));
        float band = scale * (first + g * (value - second));
        float low = second + g * band;
        first = 2 * band - first;
        second = 2 * low - second;
        g = GAINS[1][millis];
        scale = 1 / (1 + g * (g + (float) (1 / QUALITIES[1])));
        band = scale * (third + g * (low - fourth));
        float lower = fourth + g * band;
        third = 2 * band - third;
        fourth = 2 * lower - fourth;
        return lower;
    }
}
