// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the limit that a vehicle is held to from the road that it is on. What it read for a road is
 * kept for the next vehicle there, unless it depends on the time. Not thread-safe.
 */
final class LimitReader {

    /** Roads whose limit is kept: those of a town in the traffic of one thread. */
    private static final int KEPT = 1 << 12;

    /** Leaves the highest bits of a hash: as many as number the roads that are kept. */
    private static final int HASH_SHIFT = Integer.numberOfLeadingZeros(KEPT) + 1;

    private final RoadNetwork network;
    private final @Nullable EffectiveLimit[] kept = new @Nullable EffectiveLimit[KEPT];
    private final int[] keptKeys = new int[KEPT];
    private final @Nullable VehicleClass[] keptClasses = new @Nullable VehicleClass[KEPT];

    LimitReader(RoadNetwork network) {
        this.network = network;
    }

    /** Whether the limit of a key depends on the class of the vehicle or the time. */
    boolean depends(int key) {
        return !network.limit(key).clauses().isEmpty();
    }

    /**
     * Limit for a vehicle on a road.
     *
     * @param key directed edge of the road
     * @param vehicleClass class of the vehicle
     * @param time event time, ms
     */
    EffectiveLimit read(int key, VehicleClass vehicleClass, long time) {
        RoadLimit limit = network.limit(key);
        if (isTimed(limit)) {
            return evaluate(key, limit, vehicleClass, time);
        }
        VehicleClass of = limit.clauses().isEmpty() ? VehicleClass.UNKNOWN : vehicleClass;
        int slot = (key * 0x9E3779B1) >>> HASH_SHIFT;
        EffectiveLimit known = kept[slot];
        if (known == null || keptKeys[slot] != key || keptClasses[slot] != of) {
            known = evaluate(key, limit, vehicleClass, time);
            kept[slot] = known;
            keptKeys[slot] = key;
            keptClasses[slot] = of;
        }
        return known;
    }

    private static boolean isTimed(RoadLimit limit) {
        List<LimitClause> clauses = limit.clauses();
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).schedule() != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Limit where an override takes the place of what the map says. What the map says of the class
     * of the vehicle stays below it, unless the override is for classes itself.
     */
    EffectiveLimit read(int key, VehicleClass vehicleClass, long time, LimitOverride override) {
        Found found = new Found();
        found.kind = override.kind();
        found.value = override.value();
        found.mph = override.mph();
        found.kmh = override.kmh();
        found.upperBound = found.kmh;
        found.provenance = LimitProvenance.OVERRIDE;
        found.confidence = 1;
        found.overrideId = override.id();
        if (found.kind != LimitKind.UNKNOWN && override.vehicleClasses().isEmpty()) {
            found.lower(network.limit(key), vehicleClass, local(key, time));
        }
        return found.on(network, key);
    }

    private EffectiveLimit evaluate(
            int key, RoadLimit limit, VehicleClass vehicleClass, long time) {
        LocalDateTime local = isTimed(limit) ? local(key, time) : null;
        Found found = new Found();
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

    /** Time of day on the road, or null where its time zone is not known. */
    private @Nullable LocalDateTime local(int key, long time) {
        ZoneId zone = network.region(key >> 1).zone();
        return zone == null ? null : LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
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

    /** What holds, as far as found. */
    private static final class Found {

        LimitKind kind = LimitKind.UNKNOWN;
        float value;
        boolean mph;
        float kmh;
        float upperBound;
        LimitProvenance provenance = LimitProvenance.UNKNOWN;
        float confidence;
        @Nullable String overrideId;

        /** Of clauses for all classes the last that holds counts. */
        void replace(RoadLimit limit, @Nullable LocalDateTime local) {
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
        void lower(RoadLimit limit, VehicleClass vehicleClass, @Nullable LocalDateTime local) {
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
            return clause.schedule() == null
                    || (local != null && clause.schedule().contains(local));
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

        EffectiveLimit on(RoadNetwork network, int key) {
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
}
