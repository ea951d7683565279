// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which of the limits of a road holds for a vehicle at a time. */
final class LimitFinder {

    private LimitKind kind = LimitKind.UNKNOWN;
    private float value;
    private boolean mph;
    private float kmh;
    private float upperBound;
    private LimitProvenance provenance = LimitProvenance.UNKNOWN;
    private float confidence;
    private @Nullable String overrideId;

    private LimitFinder() {}

    /** As {@link EffectiveLimit#of}. */
    static EffectiveLimit find(
            RoadNetwork network,
            int key,
            VehicleClass vehicleClass,
            @Nullable LocalDateTime local) {
        RoadLimit limit = network.limit(key);
        LimitFinder found = new LimitFinder();
        found.kind = limit.kind();
        found.value = limit.value();
        found.mph = limit.mph();
        found.kmh = limit.kmh();
        found.upperBound = limit.source().isStated() ? found.kmh : limit.upperBound();
        found.provenance = provenance(limit);
        found.confidence = limit.confidence();
        found.replace(limit, local);
        found.lower(limit, vehicleClass, local);
        return found.on(network, key);
    }

    /** The same where an override takes the place of what the map says for all classes. */
    static EffectiveLimit find(
            RoadNetwork network,
            int key,
            VehicleClass vehicleClass,
            @Nullable LocalDateTime local,
            LimitOverride override) {
        LimitFinder found = new LimitFinder();
        found.kind = override.kind();
        found.value = override.value();
        found.mph = override.mph();
        found.kmh = override.kmh();
        found.upperBound = found.kmh;
        found.provenance = LimitProvenance.OVERRIDE;
        found.confidence = 1;
        found.overrideId = override.id();
        if (found.kind != LimitKind.UNKNOWN && override.vehicleClasses().isEmpty()) {
            found.lower(network.limit(key), vehicleClass, local);
        }
        return found.on(network, key);
    }

    private static LimitProvenance provenance(RoadLimit limit) {
        if (limit.kind() == LimitKind.UNKNOWN) {
            return LimitProvenance.UNKNOWN;
        }
        return switch (limit.source()) {
            case POSTED -> LimitProvenance.POSTED;
            case ZONE -> LimitProvenance.ZONE;
            case NEIGHBOURS, REGIONAL, LEGAL_DEFAULT -> LimitProvenance.INFERRED;
            case UNKNOWN -> LimitProvenance.UNKNOWN;
        };
    }

    /** Of clauses for all classes the last that holds counts. */
    private void replace(RoadLimit limit, @Nullable LocalDateTime local) {
        List<LimitClause> clauses = limit.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            LimitClause clause = clauses.get(i);
            if (!clause.isForAll()) {
                continue;
            }
            boolean timed = clause.schedule() != null;
            boolean open = timed && local == null;
            if (open ? isHigher(clause.kmh()) : holds(clause, local)) {
                take(clause, timed ? LimitProvenance.CONDITIONAL : LimitProvenance.POSTED);
            }
        }
    }

    /** What is not known may be higher than anything. */
    private boolean isHigher(float other) {
        return !Float.isNaN(kmh) && !(other <= upperBound);
    }

    /** Clauses for the class of the vehicle only ever lower the limit. */
    private void lower(RoadLimit limit, VehicleClass vehicleClass, @Nullable LocalDateTime local) {
        List<LimitClause> clauses = limit.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            LimitClause clause = clauses.get(i);
            float number = clause.kmh();
            if (!clause.classes().contains(vehicleClass)
                    || !holds(clause, local)
                    || Float.isNaN(number)) {
                continue;
            }
            if (!(number >= kmh)) {
                take(clause, LimitProvenance.VEHICLE_CLASS);
            } else if (number < upperBound) {
                upperBound = number;
            }
        }
    }

    private static boolean holds(LimitClause clause, @Nullable LocalDateTime local) {
        return clause.schedule() == null || (local != null && clause.schedule().contains(local));
    }

    private void take(LimitClause clause, LimitProvenance from) {
        kind = clause.kind();
        value = clause.value();
        mph = clause.mph();
        kmh = clause.kmh();
        upperBound = kmh;
        provenance = kind == LimitKind.UNKNOWN ? LimitProvenance.UNKNOWN : from;
        // Somebody has seen the sign, and the law needs no sign.
        confidence = 1;
        overrideId = null;
    }

    private EffectiveLimit on(RoadNetwork network, int key) {
        return new EffectiveLimit(
                kind,
                value,
                mph,
                kmh,
                provenance,
                confidence,
                upperBound,
                overrideId,
                network.wayId(key >> 1),
                network.roadClass(key >> 1),
                network.region(key >> 1).country());
    }
}
