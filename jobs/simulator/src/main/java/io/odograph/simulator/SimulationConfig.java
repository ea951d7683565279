// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * What a simulation is made from; the same values give the same bytes.
 *
 * @param seed any number
 * @param vehicles how many, 1 and up; a vehicle's story does not depend on how many others there
 *     are
 * @param duration how long, 1 minute and up; scenarios that do not fit are left out
 * @param start when it begins, UTC, whole seconds
 */
public record SimulationConfig(long seed, int vehicles, Duration duration, Instant start) {

    /** The start of every simulation that does not say otherwise. */
    public static final Instant DEFAULT_START = Instant.parse("2026-03-02T07:00:00Z");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public SimulationConfig {
        if (vehicles < 1 || vehicles > 100_000) {
            throw new IllegalArgumentException("vehicles must be 1..100000, not " + vehicles);
        }
        if (duration.toMinutes() < 1 || duration.toMinutes() > 24 * 60) {
            throw new IllegalArgumentException(
                    "duration must be 1..1440 minutes, not " + duration.toMinutes());
        }
    }

    /** A simulation with the default start. */
    public static SimulationConfig of(long seed, int vehicles, int minutes) {
        return new SimulationConfig(seed, vehicles, Duration.ofMinutes(minutes), DEFAULT_START);
    }

    /** Duration in seconds. */
    public double seconds() {
        return duration.toMillis() / 1000.0;
    }
}
