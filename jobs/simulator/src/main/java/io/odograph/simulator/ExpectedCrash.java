// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.scenario.CrashKind;
import io.odograph.simulator.scenario.PlannedCrash;
import io.odograph.simulator.scenario.VehiclePlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A crash that must be found.
 *
 * @param vehicleId the vehicle
 * @param tenantId its tenant
 * @param impactTime first contact, in true time, whatever the device's clock says
 * @param kind kind of crash
 * @param deltaV true change of velocity in the first impact, which is the strongest, km/h
 * @param direction where the force of the first impact comes from, degrees clockwise from the
 *     front, 0 to below 360: 90 from the right, 180 from behind
 * @param speedBefore true speed at first contact, km/h
 * @param secondaryImpacts how many weaker impacts follow in the same incident
 * @param fallsSilent whether the device dies of it
 */
public record ExpectedCrash(
        String vehicleId,
        String tenantId,
        Instant impactTime,
        CrashKind kind,
        double deltaV,
        double direction,
        double speedBefore,
        int secondaryImpacts,
        boolean fallsSilent) {

    /** The truth of a story that was driven from a start, or null without a crash. */
    static @Nullable ExpectedCrash of(VehiclePlan plan, Trajectory trajectory, Instant start) {
        PlannedCrash crash = plan.crash();
        if (crash == null) {
            return null;
        }
        double at = crash.pulse().start();
        return new ExpectedCrash(
                plan.id(),
                plan.tenant(),
                start.plusMillis(Units.millis(at)),
                crash.kind(),
                Units.round(Units.toKmh(crash.pulse().deltaV()), 2),
                Units.round(crash.direction(), 1),
                Units.round(Units.toKmh(trajectory.speedAtContact(at)), 2),
                crash.secondaryImpacts(),
                crash.signs().silentAfter() < Double.POSITIVE_INFINITY);
    }
}
