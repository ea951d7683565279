// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import java.util.List;

/**
 * One observation that speaks for or against a crash. A state type: components are only ever added.
 *
 * @param kind what was observed
 * @param time when it was first observed, event time, ms
 * @param weight what it adds to the log-odds of a crash
 * @param value what was measured, km/h, or NaN for a flag
 */
public record Evidence(EvidenceKind kind, long time, double weight, double value) {

    /** Log-odds of a crash before any evidence: most triggers are none. */
    public static final double PRIOR = -2;

    /** A flag, with the weight of its kind. */
    public static Evidence of(EvidenceKind kind, long time) {
        return new Evidence(kind, time, kind.weight(), Double.NaN);
    }

    /** A measured quantity, km/h, with the weight of its kind. */
    public static Evidence of(EvidenceKind kind, long time, double value) {
        return new Evidence(kind, time, kind.weight(), value);
    }

    /**
     * A change of velocity: one more from the airbag threshold on and two from the level at which
     * event data recorders lock their record (see {@link CrashThresholds}).
     */
    public static Evidence ofDeltaV(EvidenceKind kind, long time, double deltaV) {
        double more = deltaV >= 25 ? 2 : deltaV >= 16 ? 1 : 0;
        return new Evidence(kind, time, kind.weight() + more, deltaV);
    }

    /**
     * A pulse: its change of velocity, or where clipping leaves too little, that it was clipped.
     */
    static Evidence ofPulse(ImpactPulse pulse, boolean fixed, CrashThresholds thresholds) {
        if (pulse.deltaV() < thresholds.impactDeltaV()) {
            return of(EvidenceKind.CLIPPED_PULSE, pulse.time(), pulse.deltaV());
        }
        EvidenceKind kind =
                fixed && pulse.vehicleAxes()
                        ? EvidenceKind.DELTA_V
                        : EvidenceKind.DELTA_V_DEVICE_AXES;
        return ofDeltaV(kind, pulse.time(), pulse.deltaV());
    }

    /** Probability of a crash by all evidence, 0..1: the logistic function of prior and weights. */
    public static double confidence(List<Evidence> evidence) {
        double logOdds = PRIOR;
        for (Evidence item : evidence) {
            logOdds += item.weight();
        }
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
