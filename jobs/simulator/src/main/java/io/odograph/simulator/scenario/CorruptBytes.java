// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.transport.Corruption;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Damaged copies of the vehicle's records between the good ones: dead letters.
 *
 * @param corruptions the damages, one every four seconds
 */
public record CorruptBytes(List<Corruption> corruptions) implements Scenario {

    private static final double SPACING = 4;

    /** Copies the list. */
    public CorruptBytes {
        corruptions = List.copyOf(corruptions);
    }

    @Override
    public String name() {
        return "corrupt-bytes";
    }

    @Override
    public String description() {
        return "damaged copies beside good records: "
                + corruptions.stream()
                        .map(corruption -> corruption.reason().name())
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    @Override
    public double lasts() {
        return corruptions.size() * SPACING + 10;
    }

    @Override
    public void stage(VehiclePlan vehicle, double at, Rng rng) {
        vehicle.carry(
                (uploads, draws) -> {
                    for (int i = 0; i < corruptions.size(); i++) {
                        uploads.get(Uploads.indexAt(uploads, at + i * SPACING))
                                .corruptBeside(corruptions.get(i));
                    }
                });
    }
}
