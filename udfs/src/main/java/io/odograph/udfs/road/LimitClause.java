// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.reference.VehicleClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A limit that holds for some vehicles or at some times only.
 *
 * @param kind what it says
 * @param value number in its unit, or NaN where the kind has none
 * @param mph whether the unit is mph rather than km/h
 * @param classes vehicle classes that it holds for; empty for all
 * @param schedule when it holds, or null for always
 * @param source {@link LimitSource#POSTED}, or {@link LimitSource#LEGAL_DEFAULT} for what the law
 *     says of a class of vehicles
 */
public record LimitClause(
        LimitKind kind,
        float value,
        boolean mph,
        Set<VehicleClass> classes,
        @Nullable Schedule schedule,
        LimitSource source) {

    /** Copies the set. */
    public LimitClause {
        classes = Set.copyOf(classes);
    }

    /** Whether it holds for vehicles of every class. */
    public boolean isForAll() {
        return classes.isEmpty();
    }

    /** As a number, km/h; infinite without limit, NaN where not known. */
    public float kmh() {
        return RoadLimit.kmh(kind, value, mph);
    }
}
