// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

/** What a driver did harshly; constants are only ever added. */
public enum HarshKind {
    /** Sped up. */
    ACCELERATION,
    /** Slowed down. */
    BRAKING,
    /** Turned, or changed lanes, to the left. */
    CORNERING_LEFT,
    /** Turned, or changed lanes, to the right. */
    CORNERING_RIGHT;

    /** Whether this is along the vehicle, else it is across. */
    public boolean isAlong() {
        return this == ACCELERATION || this == BRAKING;
    }

    /** Whether the acceleration of ISO 8855 axes is positive: forward or to the left. */
    public boolean isPositive() {
        return this == ACCELERATION || this == CORNERING_LEFT;
    }

    static HarshKind of(boolean along, boolean positive) {
        if (along) {
            return positive ? ACCELERATION : BRAKING;
        }
        return positive ? CORNERING_LEFT : CORNERING_RIGHT;
    }
}
