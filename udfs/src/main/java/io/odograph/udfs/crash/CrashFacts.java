// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.telemetry.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident. Numbers that are not known are NaN. A state type: components are
 * only ever added.
 *
 * @param thresholds thresholds in force when it opened
 * @param ruleVersion rule that they came from, or null for the job's options
 * @param evidence evidence so far, in the order of its kinds
 * @param position last position at the incident, or null
 * @param positionTrusted whether that had a fix at most 10 s old of 150 m or better
 * @param heading direction of travel before, degrees clockwise from north
 * @param previous the position before that, or null
 * @param beforePrevious the one before, or null
 * @param vehicleAxes whether the pulse was measured in vehicle axes
 * @param deltaV largest change of velocity within 150 ms, km/h
 * @param forward its part along the vehicle, km/h
 * @param left its part across the vehicle, km/h
 * @param pulseDuration of the strongest pulse, ms
 * @param peakAcceleration largest low-passed resultant, m/s2
 * @param saturated whether a pulse was clipped
 * @param speedBefore highest speed in the 10 s before, km/h
 * @param speedChange speed lost across the impact, km/h
 * @param speedDeltaV change of velocity by the reports just before and after the impact, less what
 *     braking and sliding take on average, km/h
 * @param secondaryImpacts further impacts
 * @param airbagDeployed whether an airbag deployed, or null where not reported
 * @param rolledOver whether the vehicle rolled over, or null where not reported
 * @param restTime event time at which the vehicle came to rest, ms, or {@link CrashState#NEVER}
 * @param occupants seats reported as occupied, or -1
 * @param belted belts reported as fastened, or -1
 * @param delayed whether the incident was received long after it happened
 * @param automatic false where the driver's call for help opened it
 * @param test whether the telemetry was marked as a test
 * @param vehicleClass class of the vehicle
 * @param vin vehicle identification number, or null where not known or not allowed
 * @param propulsion kind of drive
 */
public record CrashFacts(
        CrashThresholds thresholds,
        @Nullable String ruleVersion,
        List<Evidence> evidence,
        @Nullable Position position,
        boolean positionTrusted,
        float heading,
        @Nullable Position previous,
        @Nullable Position beforePrevious,
        boolean vehicleAxes,
        double deltaV,
        double forward,
        double left,
        double pulseDuration,
        double peakAcceleration,
        boolean saturated,
        double speedBefore,
        double speedChange,
        double speedDeltaV,
        int secondaryImpacts,
        @Nullable Boolean airbagDeployed,
        @Nullable Boolean rolledOver,
        long restTime,
        int occupants,
        int belted,
        boolean delayed,
        boolean automatic,
        boolean test,
        VehicleClass vehicleClass,
        @Nullable String vin,
        Propulsion propulsion) {

    /** What is known of an incident by now. */
    static CrashFacts of(OpenIncident open) {
        ImpactPulse p = open.pulse;
        return new CrashFacts(
                open.thresholds,
                open.ruleVersion,
                List.copyOf(open.evidence),
                open.position,
                open.positionTrusted,
                open.heading,
                open.previous,
                open.beforePrevious,
                p != null && p.vehicleAxes(),
                p == null ? Double.NaN : p.deltaV(),
                p == null ? Double.NaN : p.forward(),
                p == null ? Double.NaN : p.left(),
                p == null ? Double.NaN : p.duration(),
                p == null ? Double.NaN : p.peakAcceleration(),
                open.saturated,
                open.speedBefore,
                open.speedChange,
                open.speedDeltaV,
                open.secondaryImpacts,
                open.readsAirbag ? Boolean.valueOf(open.has(EvidenceKind.AIRBAG)) : null,
                open.readsRollover ? Boolean.valueOf(open.has(EvidenceKind.ROLLOVER)) : null,
                open.rested ? open.restSince : CrashState.NEVER,
                open.occupants,
                open.belted,
                open.delayed,
                open.automatic,
                open.test,
                open.vehicleClass,
                open.vin,
                open.propulsion);
    }

    /** Whether there is evidence of a kind. */
    public boolean has(EvidenceKind kind) {
        for (Evidence item : evidence) {
            if (item.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** Whether an unclipped recording of the vehicle measured the change of velocity. */
    boolean hasReliablePulse() {
        return !saturated && !Double.isNaN(deltaV) && !isDoubtful();
    }

    /** Whether the pulse may be that of a dropped or handled device. */
    boolean isDoubtful() {
        return has(EvidenceKind.SHORT_PULSE) || has(EvidenceKind.HANDLED);
    }

    /**
     * Change of velocity for severity and risk, km/h: of an unclipped pulse, else by the loss of
     * speed; NaN where neither is known. A clipped pulse is never taken for it: a frontal crash of
     * 66 km/h integrates to 13 km/h on a sensor of 4 g. It is a lower bound though, so that a
     * smaller loss of speed, as of a vehicle that was hit where it stood, tells nothing either.
     */
    public double reliableDeltaV() {
        if (hasReliablePulse()) {
            return deltaV;
        }
        double least = atLeast();
        if (Double.isNaN(least) || speedDeltaV >= least) {
            return speedDeltaV;
        }
        return speedChange >= least ? speedChange : Double.NaN;
    }

    /** What a clipped pulse was at least, km/h; NaN where none was clipped. */
    double atLeast() {
        return saturated && !isDoubtful() ? deltaV : Double.NaN;
    }

    /**
     * Direction from which the force came, degrees clockwise from the front, 0..360; NaN where not
     * measured in vehicle axes. The vehicle is pushed away from where it is hit.
     */
    public double directionOfForce() {
        if (Double.isNaN(forward)) {
            return Double.NaN;
        }
        double degrees = StrictMath.toDegrees(StrictMath.atan2(left, -forward));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** Probability of a crash by all evidence, 0..1. */
    public double confidence() {
        return Evidence.confidence(evidence);
    }
}
