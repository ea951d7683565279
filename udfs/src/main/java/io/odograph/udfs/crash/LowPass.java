// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

/**
 * The low-pass of crash testing: a two-pole Butterworth run forward and backward, so that it has
 * four poles and no phase shift (SAE J211, ISO 6487).
 */
final class LowPass {

    /** -3 dB frequency of channel class CFC 60, Hz: for vehicle pulses. */
    private static final double CFC_60 = 100;

    /** SAE J211 asks for a sampling rate of at least six times the cut-off; below it this share. */
    private static final double SHARE_OF_RATE = 0.4;

    /**
     * Design frequency over -3 dB frequency: 2.0775 x 60 / 100, which is what two passes cost. It
     * stretches the frequency after the warping of the bilinear transform, so that the -3 dB stay
     * where they belong even near half the rate.
     */
    private static final double DESIGN = 1.2465;

    private LowPass() {}

    /**
     * Filters samples with CFC 60 where the rate allows it, else with 0.4 of the rate, which is all
     * that a slow recording can give.
     *
     * @param samples the samples, unchanged
     * @param rate Hz
     * @return as many samples
     */
    static double[] filter(double[] samples, double rate) {
        double cutOff = Math.min(CFC_60, SHARE_OF_RATE * rate);
        double wa = DESIGN * StrictMath.tan(StrictMath.PI * cutOff / rate);
        double d = 1 + Math.sqrt(2) * wa + wa * wa;
        double a0 = wa * wa / d;
        double b1 = -2 * (wa * wa - 1) / d;
        double b2 = (-1 + Math.sqrt(2) * wa - wa * wa) / d;
        return reversed(pass(reversed(pass(samples, a0, b1, b2)), a0, b1, b2));
    }

    private static double[] pass(double[] x, double a0, double b1, double b2) {
        double[] y = new double[x.length];
        // Begins in the steady state of the first sample, so that it does not ring.
        double x1 = x[0];
        double x2 = x[0];
        double y1 = x[0];
        double y2 = x[0];
        for (int i = 0; i < x.length; i++) {
            y[i] = a0 * (x[i] + 2 * x1 + x2) + b1 * y1 + b2 * y2;
            x2 = x1;
            x1 = x[i];
            y2 = y1;
            y1 = y[i];
        }
        return y;
    }

    private static double[] reversed(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        return y;
    }
}
