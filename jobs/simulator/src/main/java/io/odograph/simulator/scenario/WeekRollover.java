// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;

/** A receiver whose ten-bit week number rolled over: 1024 weeks behind, for the vehicle's life. */
public record WeekRollover() implements Scenario {

    private static final long OFFSET_MILLIS = -1024L * 7 * 24 * 3600 * 1000;

    @Override
    public String name() {
        return "week-rollover";
    }

    @Override
    public String description() {
        return "device clock 1024 weeks behind throughout: corrected, all used";
    }

    @Override
    public double lasts() {
        return 0;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.misjudge(new ClockFault(0, Double.POSITIVE_INFINITY, OFFSET_MILLIS));
    }
}
