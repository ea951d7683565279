// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.scenario;

/** Kinds of crash in the ground truth. */
public enum CrashKind {
    /** Into a barrier or another vehicle. */
    FRONTAL,
    /** Struck from behind while moving. */
    REAR_END,
    /** Struck from the side, with spin. */
    SIDE,
    /** Tripped and rolled over. */
    ROLLOVER,
    /** From the front and one side. */
    OBLIQUE,
    /** Struck from behind while standing in traffic. */
    REAR_END_STANDING,
    /** Struck while parked. */
    PARKED
}
