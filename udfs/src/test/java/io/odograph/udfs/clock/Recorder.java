// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;

/** Writes down what the clock does with each record. */
final class Recorder implements ClockOutput {

    final List<Telemetry> released = new ArrayList<>();
    final List<Long> releasedAt = new ArrayList<>();
    final List<Telemetry> duplicates = new ArrayList<>();
    final List<Telemetry> late = new ArrayList<>();
    int clockSteps;

    @Override
    public void released(Telemetry record, long at) {
        released.add(record);
        releasedAt.add(at);
    }

    @Override
    public void duplicate(Telemetry record) {
        duplicates.add(record);
    }

    @Override
    public void late(Telemetry record) {
        late.add(record);
    }

    @Override
    public void clockStepped(Telemetry record) {
        clockSteps++;
    }

    /** Everything that happened, for comparing two runs. */
    List<List<?>> fates() {
        return List.of(released, releasedAt, duplicates, late, List.of(clockSteps));
    }

    List<Long> releasedCounts() {
        return released.stream().map(Telemetry::sequence).toList();
    }

    /** Offers all records in this order, then lets everything out. */
    static Recorder run(ClockLimits limits, List<Telemetry> arrivals) {
        Recorder recorder = new Recorder();
        VehicleClock clock = new VehicleClock(limits);
        ClockState state = new ClockState();
        arrivals.forEach(r -> clock.offer(state, r, recorder));
        clock.advanceTo(state, Long.MAX_VALUE, recorder);
        return recorder;
    }
}
