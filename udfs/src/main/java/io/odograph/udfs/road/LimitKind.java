// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/** What a limit says. In road files by name: never renamed. */
public enum LimitKind {
    /** Nothing is known. */
    UNKNOWN,
    /** A number. */
    VALUE,
    /** No limit, {@code none}. */
    NONE,
    /** Shown by signals, {@code variable} or {@code signals}: what it is now is not in the map. */
    VARIABLE,
    /** Walking pace, {@code walk}; as a number {@link RoadLimit#WALKING_PACE}. */
    WALK
}
