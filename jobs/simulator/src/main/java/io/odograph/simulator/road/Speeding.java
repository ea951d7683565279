// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

/**
 * A stretch of time in which a vehicle was truly too fast.
 *
 * @param start first moment above limit and tolerance, s from the departure
 * @param end last such moment, s
 * @param band highest band that was held
 * @param peakExcess largest excess over the limit that held there, km/h
 * @param limit the limit there, km/h
 * @param key the key there
 */
public record Speeding(
        double start, double end, SpeedingBand band, double peakExcess, double limit, int key) {

    /** How long it lasted, s. */
    public double duration() {
        return end - start;
    }
}
