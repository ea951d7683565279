// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceThresholds;
import java.util.ArrayList;
import java.util.List;

/**
 * What of the truth must be told, what may be and what must not.
 *
 * @param noise standard deviation of positions per axis, m
 * @param interval between reports, s
 * @param phase when the first report is, s
 * @param told least time beyond the line from which the detector tells, s
 * @param expected time beyond the line from which it must, s
 */
record VisitRule(double noise, int interval, int phase, double told, double expected) {

    /** Time from which stays are told, and must be. */
    private static final double STAY_TOLD = 60;

    static final double STAY = 90;

    /** Who is so much deeper than the noise is certain to be there, standard deviations. */
    private static final double INSIDE = 2;

    /** The same beyond the hysteresis. */
    private static final double OUTSIDE = 3;

    static VisitRule stays(double noise, int interval, int phase) {
        return new VisitRule(noise, interval, phase, STAY_TOLD, STAY);
    }

    static VisitRule crossings(double noise, int interval, int phase) {
        return new VisitRule(noise, interval, phase, 0, 0);
    }

    /** Thresholds of a fence; visits are told once, without dwells and repetitions. */
    FenceThresholds thresholds(FenceKind kind) {
        boolean keepIn = kind == FenceKind.KEEP_IN;
        return new FenceThresholds(
                Double.NaN, Double.NaN, keepIn ? 0 : told, keepIn ? told : 0, 0, 0);
    }

    /** How far beyond the line who has crossed it must get for that to be certain, m. */
    double certainBeyond(FenceKind kind) {
        return certain(kind == FenceKind.KEEP_IN);
    }

    /** How far before it who has crossed back, m. */
    double certainBefore(FenceKind kind) {
        return certain(kind != FenceKind.KEEP_IN);
    }

    private double certain(boolean outside) {
        return outside ? FenceThresholds.DEFAULTS.hysteresis() + OUTSIDE * noise : INSIDE * noise;
    }

    /**
     * Visits: stretches beyond the line, joined where in between the vehicle is not for two reports
     * certainly before it.
     */
    List<Visit> visits(Profile profile, FenceKind kind) {
        List<Visit> visits = new ArrayList<>();
        List<Profile.Stretch> joined = new ArrayList<>();
        for (Profile.Stretch stretch : profile.stretches()) {
            if (!joined.isEmpty()) {
                double since = joined.get(joined.size() - 1).to();
                double away = profile.secondsBefore(certainBefore(kind), since, stretch.from());
                if (away >= 2.0 * interval) {
                    visits.add(Visit.of(joined, profile));
                    joined.clear();
                }
            }
            joined.add(stretch);
        }
        if (!joined.isEmpty()) {
            visits.add(Visit.of(joined, profile));
        }
        return visits;
    }

    /** Whether a visit is long and deep, if only for a moment. */
    boolean isStay(Visit visit, FenceKind kind) {
        return visit.seconds() >= expected && visit.farthest() >= certainBeyond(kind);
    }

    /**
     * Whether it must be told: it is certain from one report on for as long as it takes to be told,
     * and until the next one.
     */
    boolean isCertain(Visit visit, Profile profile, FenceKind kind) {
        double from = Math.max(visit.from(), phase);
        return profile.longestBeyond(certainBeyond(kind), from, visit.to()) >= told + interval;
    }
}
