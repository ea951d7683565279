// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.transport.Upload;
import java.util.List;

/**
 * Records that are delivered twice, the very same bytes, 0.8 to 1.9 s apart: duplicates.
 *
 * @param count how many, one every six seconds
 */
public record Repetition(int count) implements Scenario {

    private static final double SPACING = 6;

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public String description() {
        return count + " records delivered twice: duplicate";
    }

    @Override
    public double lasts() {
        return count * SPACING + 10;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.carry((uploads, draws) -> repeat(uploads, at, draws));
    }

    private void repeat(List<Upload> uploads, double at, Rng draws) {
        for (int i = 0; i < count; i++) {
            int index = Uploads.indexAt(uploads, at + i * SPACING);
            uploads.get(index).repeatAfter(800 + draws.below(1100));
        }
    }
}
