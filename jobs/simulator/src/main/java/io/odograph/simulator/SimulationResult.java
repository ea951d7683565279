// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.CapturedRecord;
import io.odograph.simulator.scenario.VehiclePlan;
import java.util.Collections;
import java.util.List;

/**
 * A finished simulation.
 *
 * @param config what it was made from
 * @param plans the story of every vehicle, by number
 * @param records the topic in the order of arrival at the gateway; about 200 bytes of heap each
 * @param truth what a consumer must find in them
 */
public record SimulationResult(
        SimulationConfig config,
        List<VehiclePlan> plans,
        List<CapturedRecord> records,
        GroundTruth truth) {

    /** Wraps the lists. */
    public SimulationResult {
        plans = Collections.unmodifiableList(plans);
        records = Collections.unmodifiableList(records);
    }
}
