// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.transport.Delivery;
import io.odograph.simulator.transport.Transport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vehicle from its story to its deliveries: what a sweep over scenarios and sensors repeats.
 *
 * @param trajectory its true motion
 * @param deliveries what the gateway hands to the topic, by time
 * @param crash the crash that must be found, or null
 */
public record VehicleRun(
        Trajectory trajectory, List<Delivery> deliveries, @Nullable ExpectedCrash crash) {

    /**
     * Runs a vehicle. Route, sensors and transport draw from separate forks, so that the same story
     * on another sensor is the same drive.
     *
     * @param plan its story
     * @param rng decides what the story leaves open
     * @param start when the simulation begins
     * @param seconds how long it lasts
     */
    public static VehicleRun of(VehiclePlan plan, Rng rng, Instant start, double seconds) {
        Trajectory trajectory = plan.trajectory(rng.fork("drive"), seconds);
        Transport transport = new Transport(plan.number(), rng.fork("transport"));
        new Device(plan, trajectory, start, rng.fork("device")).report(seconds, transport);
        return new VehicleRun(
                trajectory,
                transport.deliver(plan.effects()),
                ExpectedCrash.of(plan, trajectory, start));
    }
}
