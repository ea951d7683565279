// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.road.MatcherState;
import io.odograph.udfs.road.RoadMatches;
import io.odograph.udfs.road.RoadNetwork;
import java.io.Serializable;

/** Tells the roads of fixes, some of them later; what a road matcher does. */
interface FixMatcher {

    /** Makes one for a network and one thread. */
    @FunctionalInterface
    interface Maker extends Serializable {

        /** A matcher on the network. */
        FixMatcher of(RoadNetwork network);
    }

    /** Takes the next fix; tells what is decided, in order. */
    void accept(
            MatcherState state,
            long time,
            int latitude,
            int longitude,
            float speed,
            float heading,
            float accuracy,
            RoadMatches out);

    /** Tells what was held back. */
    void flush(MatcherState state, RoadMatches out);
}
