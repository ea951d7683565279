// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.transport.Upload;

/** A record that first arrives 12 s after its successor: late. */
public record LateRecord() implements Scenario {

    private static final long DELAY_MILLIS = 12_000;

    @Override
    public String name() {
        return "late-record";
    }

    @Override
    public String description() {
        return "one record that arrives 12 s after its successor: late";
    }

    @Override
    public double lasts() {
        return 20;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.carry(
                (uploads, draws) -> {
                    int index = Uploads.indexAt(uploads, at);
                    Upload late = uploads.get(index);
                    late.receiveAt(uploads.get(index + 1).receivedAt() + DELAY_MILLIS);
                    late.markLate();
                });
    }
}
