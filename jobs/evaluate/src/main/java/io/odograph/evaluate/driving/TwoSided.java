// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

/**
 * The low-pass by which manoeuvres are told from the road: a Butterworth of two poles run forward
 * and backward, so that nothing is late, with -3 dB at 1 Hz in all.
 */
final class TwoSided {

    private static final double CUT_OFF = 1;

    /** What two passes cost of the frequency. */
    private static final double DESIGN = 1.2465;

    private TwoSided() {}

    /** As many samples. */
    static double[] filter(double[] samples) {
        double wa = DESIGN * StrictMath.tan(StrictMath.PI * CUT_OFF / TrueDrive.RATE);
        double d = 1 + Math.sqrt(2) * wa + wa * wa;
        double a0 = wa * wa / d;
        double b1 = -2 * (wa * wa - 1) / d;
        double b2 = (-1 + Math.sqrt(2) * wa - wa * wa) / d;
        double[] filtered = samples.clone();
        for (int pass = 0; pass < 2; pass++) {
            filtered = reversed(once(filtered, a0, b1, b2));
        }
        return filtered;
    }

    private static double[] once(double[] x, double a0, double b1, double b2) {
        double[] y = new double[x.length];
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
