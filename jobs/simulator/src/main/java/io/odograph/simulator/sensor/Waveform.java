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

    /**
     * Whether there may be anything to add between two times, s: where not, an accelerometer need
     * not look closely.
     */
    default boolean touches(double from, double to) {
        return true;
    }

    /** The same disturbance, cut off outside two times, s. */
    default Waveform between(double begin, double end) {
        return new BoundedWaveform(this, begin, end);
    }
}
