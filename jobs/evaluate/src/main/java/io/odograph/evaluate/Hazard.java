// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.simulator.Episode;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.scenario.Scenario;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.List;
import java.util.function.Function;

/**
 * Something harmless that may look like a crash.
 *
 * @param scenario as tables name it
 * @param per1000Hours how often it is assumed to happen in 1,000 vehicle-hours
 * @param floor whether not one may raise an alert
 * @param draw makes one
 * @param devices that it happens to, in turn
 */
record Hazard(
        String scenario,
        double per1000Hours,
        boolean floor,
        Function<Rng, ? extends Scenario> draw,
        List<Sensing> devices) {

    /** Vehicle-hours that an evaluation of scale 1 stands for. */
    static final double HOURS = 200_000;

    /** A vehicle that parks before does so 75 s before, after some driving. */
    private static final double BEFORE = 130;

    private static final double AFTER = 125;

    /** How many of them an evaluation has. */
    int count(double scale) {
        return (int) Math.max(1, Math.round(HOURS / 1000 * per1000Hours * scale));
    }

    /** The incidents that the detector makes of one of them. */
    List<Incident> run(Rng root, int number) {
        return Judge.incidents(records(root, number));
    }

    /** What is reported in one of them. */
    List<Telemetry> records(Rng root, int number) {
        Rng rng = root.fork(scenario).fork(number);
        Sensing sensing = devices.get(number % devices.size());
        VehiclePlan plan = sensing.vehicle(rng);
        double at = BEFORE + rng.fork("at").uniform();
        plan.add(draw.apply(rng.fork("draw")), at, rng.fork("stage"));
        double seconds = BEFORE + AFTER;
        Episode episode = Episode.of(plan, rng.fork("run"), CrashCase.START, seconds);
        return Telemetries.of(episode.reports());
    }
}
