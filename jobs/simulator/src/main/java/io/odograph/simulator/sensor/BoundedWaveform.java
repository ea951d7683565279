// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

/**
 * A disturbance with a beginning and an end.
 *
 * @param waveform what it is in between
 * @param begin s
 * @param end s
 */
record BoundedWaveform(Waveform waveform, double begin, double end) implements Waveform {

    @Override
    public void addTo(double time, double[] acceleration) {
        if (time >= begin && time <= end) {
            waveform.addTo(time, acceleration);
        }
    }

    @Override
    public boolean touches(double from, double to) {
        return to >= begin && from <= end;
    }
}
