// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.math;

/** Constants and conversions. Inside the simulator everything is in SI units. */
public final class Units {

    /** Standard gravity, m/s2. */
    public static final double G = 9.80665;

    private Units() {}

    /** Converts km/h to m/s. */
    public static double kmh(double kmh) {
        return kmh / 3.6;
    }

    /** Converts m/s to km/h. */
    public static double toKmh(double metresPerSecond) {
        return metresPerSecond * 3.6;
    }

    /** Converts seconds to whole milliseconds. */
    public static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }

    /** Rounds to a number of decimal places, half up; keeps recorded numbers short and readable. */
    public static double round(double value, int places) {
        double scale = 1;
        for (int i = 0; i < places; i++) {
            scale *= 10;
        }
        return Math.round(value * scale) / scale;
    }
}
