// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.road.RoadNetwork;
import java.io.Serializable;

/** Where a detector gets its road network from, once it runs: networks do not travel with it. */
@FunctionalInterface
public interface RoadNetworks extends Serializable {

    /** The network; the same one for all that ask in a process. */
    RoadNetwork get();
}
