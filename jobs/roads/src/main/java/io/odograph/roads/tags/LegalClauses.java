// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Limits of classes of vehicles from the law. Whether a bus is a coach, or has a trailer, nobody
 * knows here: the higher limit is taken.
 */
public final class LegalClauses {

    private LegalClauses() {}

    /** Reads them from tags as the collection of laws writes them. */
    public static List<LimitClause> of(Map<String, String> tags) {
        List<LimitClause> clauses = new ArrayList<>();
        Speed hgv = heavy(tags, VehicleClass.HEAVY_TRUCK, "maxspeed:hgv");
        add(clauses, hgv, VehicleClass.HEAVY_TRUCK);
        add(clauses, bus(tags), VehicleClass.BUS);
        add(clauses, speed(tags, "maxspeed:goods"), VehicleClass.LIGHT_TRUCK);
        add(clauses, speed(tags, "maxspeed:motorcycle"), VehicleClass.MOTORCYCLE);
        return clauses;
    }

    private static @Nullable Speed bus(Map<String, String> tags) {
        Speed bus = heavy(tags, VehicleClass.BUS, "maxspeed:bus");
        Speed coach = speed(tags, "maxspeed:coach");
        return bus == null || coach == null || bus.kmh() >= coach.kmh() ? bus : coach;
    }

    /** What is said of the class by name; otherwise of what weighs above 3.5 t. */
    private static @Nullable Speed heavy(
            Map<String, String> tags, VehicleClass vehicleClass, String key) {
        Speed named = speed(tags, key);
        String conditional = tags.get("maxspeed:conditional");
        if (named != null || conditional == null) {
            return named;
        }
        List<LimitClause> clauses = ConditionalLimits.legal(conditional, Set.of());
        if (clauses != null) {
            for (LimitClause clause : clauses) {
                if (clause.classes().contains(vehicleClass) && clause.schedule() == null) {
                    return new Speed(clause.kind(), clause.value(), clause.mph());
                }
            }
        }
        return null;
    }

    private static @Nullable Speed speed(Map<String, String> tags, String key) {
        String text = tags.get(key);
        return text == null ? null : Speed.parse(text);
    }

    private static void add(
            List<LimitClause> clauses, @Nullable Speed speed, VehicleClass vehicleClass) {
        if (speed != null && speed.kind() != LimitKind.VARIABLE) {
            clauses.add(
                    new LimitClause(
                            speed.kind(),
                            speed.value(),
                            speed.mph(),
                            Set.of(vehicleClass),
                            null,
                            LimitSource.LEGAL_DEFAULT));
        }
    }
}
