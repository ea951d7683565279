// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import io.odograph.udfs.road.LimitClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of a way state of the limit in one direction.
 *
 * @param posted what a sign says, or null
 * @param zone zone or type that is stated, or null
 * @param clauses limits for some vehicles or times only
 */
public record StatedLimit(
        @Nullable Speed posted, @Nullable SpeedZone zone, List<LimitClause> clauses) {

    /** Copies the list. */
    public StatedLimit {
        clauses = List.copyOf(clauses);
    }
}
