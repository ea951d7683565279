// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.simulator.ExpectedCrash;
import io.odograph.udfs.crash.CrashStage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a crash. Numbers that are not known are NaN.
 *
 * @param id name of its case
 * @param scenario its kind
 * @param sensing the device
 * @param truth the crash
 * @param stage the stage that its alert was left in, or null where it was not found
 * @param beyondBraking whether the true speed fell by more than brakes can, see {@link Braking}
 * @param deltaVError share by which the measured change of velocity is off; of unclipped pulses
 * @param directionError degrees by which the direction of force is off; of unclipped pulses
 * @param toSuspected from true impact to the first alert, s
 * @param toConfirmed from true impact to the alert that confirms it, s
 * @param fromEvidence from the receipt of the first record that shows it to the first alert, s
 * @param rightSeverity whether the severity is that of the true change of velocity
 * @param others incidents of this episode that are no alert of this crash and were not dismissed
 */
record CrashOutcome(
        String id,
        String scenario,
        Sensing sensing,
        ExpectedCrash truth,
        @Nullable CrashStage stage,
        boolean beyondBraking,
        double deltaVError,
        double directionError,
        double toSuspected,
        double toConfirmed,
        double fromEvidence,
        boolean rightSeverity,
        int others) {

    /** Whether it was found. */
    boolean detected() {
        return stage != null;
    }

    /** What it was and what was measured, for whoever looks into it. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %.1f km/h from %.0f deg at %.0f km/h; %s, %.0f Hz, %.0f g; %s",
                id,
                truth.deltaV(),
                truth.direction(),
                truth.speedBefore(),
                sensing.device().label(),
                sensing.rate(),
                sensing.range(),
                stage == null ? "not found" : stage.toString());
    }
}
