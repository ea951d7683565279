// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.law;

import io.odograph.roads.tags.Speed;
import io.odograph.udfs.road.LimitClause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of a sort of road without signs.
 *
 * @param speed for cars, or null where it is not known
 * @param clauses for other classes of vehicles
 */
public record LegalLimit(@Nullable Speed speed, List<LimitClause> clauses) {

    /** Nothing is known. */
    public static final LegalLimit UNKNOWN = new LegalLimit(null, List.of());

    /** Copies the list. */
    public LegalLimit {
        clauses = List.copyOf(clauses);
    }
}
