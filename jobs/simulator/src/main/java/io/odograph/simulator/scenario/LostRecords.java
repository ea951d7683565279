// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;

/**
 * Records that never arrive: gaps in the device's count that nothing fills.
 *
 * @param count how many, one every seven seconds
 */
public record LostRecords(int count) implements Scenario {

    private static final double SPACING = 7;

    @Override
    public String name() {
        return "lost-records";
    }

    @Override
    public String description() {
        return count + " records that never arrive: not in the account";
    }

    @Override
    public double lasts() {
        return count * SPACING + 10;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.carry(
                (uploads, draws) -> {
                    for (int i = 0; i < count; i++) {
                        uploads.get(Uploads.indexAt(uploads, at + i * SPACING)).lose();
                    }
                });
    }
}
