// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.transport.Upload;
import java.util.List;

/**
 * Records that arrive after their successor, by less than a second. Everything is used.
 *
 * @param count how many, one every five seconds
 */
public record OutOfOrder(int count) implements Scenario {

    private static final double SPACING = 5;

    @Override
    public String name() {
        return "out-of-order";
    }

    @Override
    public String description() {
        return count + " records that arrive after their successor: all used";
    }

    @Override
    public double lasts() {
        return count * SPACING + 10;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.carry((uploads, draws) -> swap(uploads, at, draws));
    }

    private void swap(List<Upload> uploads, double at, Rng draws) {
        for (int i = 0; i < count; i++) {
            int index = Uploads.indexAt(uploads, at + i * SPACING);
            long successor = uploads.get(index + 1).receivedAt();
            uploads.get(index).receiveAt(successor + 50 + draws.below(600));
        }
    }
}
