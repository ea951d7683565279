// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.simulator.Episode;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.VehiclePlan;
import java.time.Instant;
import java.util.function.Function;

/**
 * One simulated crash and the device that it happens to.
 *
 * @param scenario its kind, as tables name it
 * @param number within the scenario
 * @param draw makes the crash
 * @param sensing the device
 * @param rng decides everything else
 */
record CrashCase(
        String scenario,
        int number,
        Function<Rng, ? extends Scenario> draw,
        Sensing sensing,
        Rng rng) {

    /** When episodes begin. */
    static final Instant START = Instant.parse("2026-03-02T07:00:00Z");

    /** A vehicle is at speed 45 s before. */
    private static final double BEFORE = 60;

    /** The last blow comes up to 40 s after the first, and what follows is watched for 60 s. */
    private static final double AFTER = 125;

    /** Name by which the case can be asked for. */
    String id() {
        return scenario + "/" + number;
    }

    /** Simulates it. */
    Episode episode() {
        VehiclePlan plan = sensing.vehicle(rng);
        double at = BEFORE + rng.fork("at").uniform();
        plan.add(draw.apply(rng.fork("draw")), at, rng.fork("stage"));
        return Episode.of(plan, rng.fork("run"), START, BEFORE + AFTER);
    }
}
