// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

/**
 * Kinds of evidence for and against a crash, each with its weight: what it adds to the logarithm of
 * the odds. The weights are a stated policy, not a fit, since no labelled field data exist: what a
 * restraint controller reports is next to certain, a measured change of velocity is strong, one
 * device of unknown mounting is weaker, and signs of handling speak against it. Constants are only
 * ever added, at the end.
 */
public enum EvidenceKind {
    /** Never found; stands for a kind that a reader does not know. */
    UNKNOWN(0),
    /** Change of velocity in vehicle axes; grows with it, see {@link Evidence#ofDeltaV}. */
    DELTA_V(2.5),
    /** The same of a device whose mounting is not known. */
    DELTA_V_DEVICE_AXES(1.5),
    /** The sensor stood at its range for longer than a drop lasts. */
    CLIPPED_PULSE(1.5),
    /** Speed fell by more than braking explains and stayed low. */
    SPEED_DROP(3),
    /** The vehicle slowed across the impact. */
    SPEED_LOSS(1),
    /** An airbag deployed. */
    AIRBAG(5),
    /** The vehicle reports a rollover. */
    ROLLOVER(5),
    /** The device's or the vehicle's own detection reports a crash. */
    CRASH_REPORTED(3),
    /** Fuel pump or high-voltage battery was cut off. */
    FUEL_CUT_OFF(4),
    /** The ignition went off just after the impact. */
    IGNITION_LOST(1),
    /** Another impact in the same incident. */
    SECONDARY_IMPACT(1),
    /** The vehicle stands. */
    AT_REST(1.5),
    /** Nothing is received any more. */
    SILENCE(1),
    /** The driver asks for help. */
    NEEDS_HELP(5),
    /** The driver says that there was no crash. */
    NO_CRASH(-6),
    /** The pulse is as short as that of a knocked device. */
    SHORT_PULSE(-1.5),
    /** The device was being handled. */
    HANDLED(-1.5),
    /** The vehicle drives. */
    DROVE_ON(-5);

    private final double weight;

    EvidenceKind(double weight) {
        this.weight = weight;
    }

    /** What it adds to the log-odds; negative speaks against a crash. */
    public double weight() {
        return weight;
    }
}
