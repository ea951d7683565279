// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.estimate.Calibration;
import io.odograph.roads.estimate.Estimate;
import io.odograph.roads.estimate.Estimator;
import io.odograph.roads.estimate.Place;
import io.odograph.roads.tags.Speed;
import io.odograph.roads.tags.StatedLimit;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadLimit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what a road file says of each direction of a road. */
final class RoadLimits {

    /**
     * That a limit read from a sign is still right. Judgement: mappers misread few signs, but signs
     * change, and extracts are months old.
     */
    static final double POSTED = 0.98;

    /**
     * The same for zones and types, which say nothing of signs within them. Of 748 ways of
     * Heidelberg with a sign and {@code DE:urban}, 712 have the limit of the zone; of those outside
     * of towns 8 of 53, so that there it is a bound more than a limit.
     */
    static final double ZONE = 0.95;

    private static final double RURAL_ZONE = 0.2;

    /** Confidence is kept in steps: what differs less is one limit in the file. */
    private static final double STEP = 100;

    private final Roads roads;
    private final Estimator estimator;
    private final Calibration calibration;

    RoadLimits(Roads roads, Estimator estimator, Calibration calibration) {
        this.roads = roads;
        this.estimator = estimator;
        this.calibration = calibration;
    }

    /** Limit of a direction of a piece. */
    RoadLimit of(int segment, StatedLimit stated) {
        Speed speed = roads.stated(segment, stated);
        if (speed != null) {
            boolean posted = stated.posted() != null;
            return limit(
                    speed,
                    posted ? LimitSource.POSTED : LimitSource.ZONE,
                    posted ? POSTED : zone(stated),
                    bound(speed.kmh()),
                    clauses(segment, stated, speed));
        }
        Place place = roads.place(segment);
        Estimate estimate = estimator.estimate(place);
        if (estimate == null) {
            List<LimitClause> clauses = clauses(segment, stated, null);
            return new RoadLimit(
                    LimitKind.UNKNOWN,
                    Float.NaN,
                    false,
                    LimitSource.UNKNOWN,
                    0,
                    Float.POSITIVE_INFINITY,
                    clauses);
        }
        return limit(
                estimate.speed(),
                estimate.source(),
                Math.round(calibration.confidence(estimate) * STEP) / STEP,
                bound(calibration.upperBound(estimate)),
                clauses(segment, stated, estimate.speed()));
    }

    private static double zone(StatedLimit stated) {
        return stated.zone() != null && stated.zone().name().equals("rural") ? RURAL_ZONE : ZONE;
    }

    private static RoadLimit limit(
            Speed speed,
            LimitSource source,
            double confidence,
            float upperBound,
            List<LimitClause> clauses) {
        return new RoadLimit(
                speed.kind(),
                speed.value(),
                speed.mph(),
                source,
                (float) confidence,
                upperBound,
                clauses);
    }

    /** What signals show is not known, so that nothing bounds it. */
    private static float bound(double kmh) {
        return Double.isNaN(kmh) ? Float.POSITIVE_INFINITY : (float) kmh;
    }

    /** What is stated, then what the law says of classes that may not drive so fast. */
    private List<LimitClause> clauses(int segment, StatedLimit stated, @Nullable Speed speed) {
        List<LimitClause> clauses = new ArrayList<>(stated.clauses());
        double most = speed == null ? Double.POSITIVE_INFINITY : bound(speed.kmh());
        for (LimitClause clause : clauses) {
            most = clause.isForAll() ? Math.max(most, bound(clause.kmh())) : most;
        }
        for (LimitClause clause : roads.law(segment).clauses()) {
            if (clause.kmh() < most) {
                clauses.add(clause);
            }
        }
        return clauses;
    }
}
