// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

/**
 * What a vehicle truly does, a hundred times a second, in its own axes: m, s, rad.
 *
 * @param along acceleration forward
 * @param across acceleration to the left
 * @param speed speed
 * @param heading direction, counter-clockwise from east
 * @param slope angle of the road, uphill positive
 * @param roll angle by which the road leans to the right
 * @param shockAlong what the road's surface adds forward
 * @param shockAcross what it adds to the left
 * @param shockUp what it adds upward
 */
record TrueDrive(
        double[] along,
        double[] across,
        double[] speed,
        double[] heading,
        double[] slope,
        double[] roll,
        double[] shockAlong,
        double[] shockAcross,
        double[] shockUp) {

    /** Samples per second. */
    static final int RATE = 100;

    /** Samples. */
    int length() {
        return along.length;
    }

    /** Seconds. */
    int seconds() {
        return along.length / RATE;
    }

    /** Way, km. */
    double kilometres() {
        double sum = 0;
        for (double metresPerSecond : speed) {
            sum += metresPerSecond;
        }
        return sum / RATE / 1000;
    }

    /** Yaw rate at a sample, rad/s, counter-clockwise positive. */
    double yawRate(int i) {
        return speed[i] > 1 ? across[i] / speed[i] : 0;
    }
}
