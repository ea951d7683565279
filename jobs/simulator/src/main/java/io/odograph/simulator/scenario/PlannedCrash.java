// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

import io.odograph.simulator.motion.Pulse;

/**
 * A crash in the story of a vehicle.
 *
 * @param kind kind of crash
 * @param pulse its first pulse, the strongest one, which starts at the first contact
 * @param secondaryImpacts how many pulses follow
 * @param signs what it leaves in the reports
 */
public record PlannedCrash(CrashKind kind, Pulse pulse, int secondaryImpacts, CrashSigns signs) {

    /**
     * Where the force comes from, degrees clockwise from the front, 0 to below 360: a vehicle that
     * is pushed backwards is hit from the front, one that is pushed to the left from the right.
     */
    public double direction() {
        double degrees = StrictMath.toDegrees(StrictMath.atan2(pulse.y(), -pulse.x()));
        double turned = degrees < 0 ? degrees + 360 : degrees;
        return turned >= 359.95 ? 0 : turned + 0.0;
    }
}
