// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import java.util.List;

/**
 * What a consumer must find in a simulation.
 *
 * @param crashes every crash, by time of impact
 * @param account where every record must end
 */
public record GroundTruth(List<ExpectedCrash> crashes, Account account) {

    /** Copies the list. */
    public GroundTruth {
        crashes = List.copyOf(crashes);
    }
}
