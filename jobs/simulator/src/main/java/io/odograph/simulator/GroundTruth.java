// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import java.util.List;

/**
 * What a consumer must find in a simulation.
 *
 * @param crashes every crash, by time of impact
 * @param speedings every episode of speeding, by start
 * @param geofences every breach of a fence and visit to one, by start
 * @param account where every record must end
 */
public record GroundTruth(
        List<ExpectedCrash> crashes,
        List<ExpectedSpeeding> speedings,
        List<ExpectedGeofence> geofences,
        Account account) {

    /** Copies the lists. */
    public GroundTruth {
        crashes = List.copyOf(crashes);
        speedings = List.copyOf(speedings);
        geofences = List.copyOf(geofences);
    }
}
