// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;
import java.util.List;

/**
 * How a vehicle lies to the fences of one of the cells that its way is near to. A state type:
 * components are only ever added.
 *
 * @param sighting where it is
 * @param parts how many cells there are to answer
 * @param readings the answer of this one
 * @param at timestamp of the sighting, ms: the answer may come with a later one
 */
public record SightingPart(Sighting sighting, int parts, List<FenceReading> readings, long at)
        implements Serializable {

    /** Copies the list. */
    public SightingPart {
        readings = List.copyOf(readings);
    }
}
