// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.simulator.math.Rng;

/**
 * How somebody drives. Comfortable limits as in the plane: 1.6 m/s2 forward, 1.8 m/s2 braking, 2.5
 * m/s2 in curves.
 *
 * @param factor what the driver makes of a limit, such as 0.97 of it
 * @param topSpeed what the driver never exceeds except on purpose, km/h; also where there is no
 *     limit
 * @param stopShare share of the junctions at which the vehicle has to stop, 0..1
 * @param trafficShare share of the way on which others hold it up, 0..1
 * @param lateral acceleration at which it takes curves, m/s2
 */
public record DrivingStyle(
        double factor, double topSpeed, double stopShare, double trafficShare, double lateral) {

    /** Comfortable forward acceleration from a standing start, m/s2. */
    static final double FORWARD = 1.6;

    /** Comfortable braking, m/s2. */
    static final double BRAKING = 1.8;

    private static final double LATERAL = 2.5;

    /** A driver who keeps to limits as most do: 0.9 to 1.03 of them, up to 125 to 135 km/h. */
    public static DrivingStyle lawful(Rng rng) {
        return new DrivingStyle(rng.uniform(0.9, 1.03), rng.uniform(125, 135), 0.12, 0.1, LATERAL);
    }

    /** The same driver who never exceeds a speed, km/h. */
    public DrivingStyle upTo(double that) {
        return new DrivingStyle(factor, that, stopShare, trafficShare, lateral);
    }

    /** The same driver on empty roads with all lights green. */
    public DrivingStyle unhindered() {
        return new DrivingStyle(factor, topSpeed, 0, 0, lateral);
    }
}
