// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.TelemetryRecord;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.transport.Outbox;
import io.odograph.simulator.transport.Transport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One vehicle's reports as objects, without transport and encoding: what an evaluation of a
 * detector repeats by the hundred thousand. The same plan and numbers give the same drive and the
 * same measurements as {@link VehicleRun}.
 *
 * @param reports in the order of making, with receive times as of a good network
 * @param trajectory its true motion
 * @param crash the crash that must be found, or null
 */
public record Episode(
        List<TelemetryRecord> reports, Trajectory trajectory, @Nullable ExpectedCrash crash) {

    /**
     * Runs a vehicle. Route, sensors and latency draw from separate forks, so that the same story
     * on another sensor is the same drive.
     *
     * @param plan its story; what it says of uploads is left out
     * @param rng decides what the story leaves open
     * @param start when the episode begins
     * @param seconds how long it lasts
     */
    public static Episode of(VehiclePlan plan, Rng rng, Instant start, double seconds) {
        Trajectory trajectory = plan.trajectory(rng.fork("drive"), seconds);
        Collector collector = new Collector(rng.fork("transport"), (int) seconds + 8);
        new Device(plan, trajectory, start, rng.fork("device")).report(seconds, collector);
        return new Episode(
                collector.reports, trajectory, ExpectedCrash.of(plan, trajectory, start));
    }

    private static final class Collector implements Outbox {

        private final List<TelemetryRecord> reports;
        private final Rng rng;
        private long last = Long.MIN_VALUE;

        Collector(Rng rng, int capacity) {
            this.rng = rng;
            this.reports = new ArrayList<>(capacity);
        }

        @Override
        public void send(double time, long trueTime, TelemetryRecord record) {
            last = Transport.arrival(trueTime, last, rng);
            record.setReceivedAt(Instant.ofEpochMilli(last));
            reports.add(record);
        }
    }
}
