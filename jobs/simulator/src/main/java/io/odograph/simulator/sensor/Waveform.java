// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

/** A disturbance that an accelerometer feels on top of driving. */
@FunctionalInterface
public interface Waveform {

    /**
     * Adds the acceleration of this disturbance.
     *
     * @param time s
     * @param acceleration three components in vehicle axes (x forward, y left, z up), without
     *     gravity, m/s2
     */
    void addTo(double time, double[] acceleration);
}
