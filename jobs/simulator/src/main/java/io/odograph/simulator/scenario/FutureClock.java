// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.transport.Upload;

/**
 * A device clock that is five hours ahead for a while: those records are rejected.
 *
 * @param length s
 */
public record FutureClock(double length) implements Scenario {

    private static final long OFFSET_MILLIS = 5L * 3600 * 1000;

    @Override
    public String name() {
        return "future-clock";
    }

    @Override
    public String description() {
        return "device clock 5 h ahead for " + Math.round(length) + " s: EVENT_TIME_IN_FUTURE";
    }

    @Override
    public double lasts() {
        return length + 10;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.misjudge(new ClockFault(at, at + length, OFFSET_MILLIS));
        vehicle.carry(
                (uploads, draws) -> {
                    for (Upload upload : uploads) {
                        if (upload.time() >= at && upload.time() < at + length) {
                            upload.markInFuture();
                        }
                    }
                });
    }
}
