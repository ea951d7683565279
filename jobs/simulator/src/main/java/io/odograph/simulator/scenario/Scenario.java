// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;

/**
 * Something that happens to a vehicle on purpose. A scenario holds its physical parameters, so that
 * a sweep can vary them; where and when it happens comes from outside.
 */
public interface Scenario {

    /** Short name with hyphens, such as {@code frontal-crash}. */
    String name();

    /** What happens and what a consumer must make of it, one sentence for people. */
    String description();

    /** How long before its decisive moment a vehicle must be under way, s. */
    default double lead() {
        return 120;
    }

    /** How long after its decisive moment everything about it is over, s. */
    double lasts();

    /**
     * Places it.
     *
     * @param vehicle the vehicle that it happens to
     * @param at its decisive moment, s from the start of the simulation
     * @param rng draws what the parameters leave open
     */
    void stage(VehiclePlan vehicle, double at, Rng rng);
}
