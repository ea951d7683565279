// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.trip;

import java.io.Serializable;

/**
 * When trips begin and end. Times in ms.
 *
 * @param startSpeed speed that shows that a trip is under way, km/h; 8 is 5 mph, as Samsara's
 * @param startDistance distance that shows it as well, m; 200 as traccar's
 * @param ignitionOff how long the ignition must be off until the trip has ended; shorter are stalls
 *     and start-stop systems
 * @param standstill how long a vehicle must stand where its ignition is not known; 5 min as
 *     Samsara's and traccar's
 * @param idling how long it must stand with its ignition on
 * @param gap how long nothing may be reported within a trip whatever the vehicle did
 * @param longestGap how long nothing may be reported if the vehicle was under way, as in a tunnel
 * @param updateEvery how often a trip under way is told
 */
public record TripSettings(
        float startSpeed,
        float startDistance,
        long ignitionOff,
        long standstill,
        long idling,
        long gap,
        long longestGap,
        long updateEvery)
        implements Serializable {

    /** As documented. */
    public static final TripSettings DEFAULTS =
            new TripSettings(8, 200, 60_000, 300_000, 900_000, 300_000, 3_600_000, 300_000);

    /** Below this a vehicle stands, km/h: above what receivers show of one that does. */
    static final float MOVES = 3;

    /** Mean speed over a gap that shows that the vehicle was under way, km/h. */
    static final float UNDER_WAY = 8;
}
