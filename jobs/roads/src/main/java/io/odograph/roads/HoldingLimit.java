// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.tags.Speed;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.RoadLimit;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Which of the limits of a road holds for a vehicle at a time. */
final class HoldingLimit {

    private HoldingLimit() {}

    /** The limit; without a time, clauses that hold at times do not hold. */
    static Speed of(RoadLimit limit, VehicleClass vehicleClass, @Nullable LocalDateTime time) {
        Speed holding = new Speed(limit.kind(), limit.value(), limit.mph());
        for (LimitClause clause : limit.clauses()) {
            if (clause.isForAll() && holds(clause, time)) {
                holding = speed(clause);
            }
        }
        for (LimitClause clause : limit.clauses()) {
            boolean lower = !(clause.kmh() >= holding.kmh());
            if (clause.classes().contains(vehicleClass) && holds(clause, time) && lower) {
                holding = speed(clause);
            }
        }
        return holding;
    }

    private static boolean holds(LimitClause clause, @Nullable LocalDateTime time) {
        return clause.schedule() == null || (time != null && clause.schedule().contains(time));
    }

    private static Speed speed(LimitClause clause) {
        return new Speed(clause.kind(), clause.value(), clause.mph());
    }
}
