// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import io.odograph.simulator.math.Rng;
import java.util.List;

/** Something that happens to a vehicle's uploads on their way. */
@FunctionalInterface
public interface Effect {

    /**
     * Changes how uploads arrive.
     *
     * @param uploads all uploads of the vehicle in the order of measuring
     * @param rng draws what the effect leaves open
     */
    void apply(List<Upload> uploads, Rng rng);
}
