// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

/** Where the limit that a vehicle is held to comes from; constants are only ever added. */
public enum LimitProvenance {
    /** No limit is known. */
    UNKNOWN,
    /** A sign, as the map has it. */
    POSTED,
    /** A sign that holds at certain times, and held at that one. */
    CONDITIONAL,
    /** A zone or type that the map states for the road. */
    ZONE,
    /** Estimated from roads like it, or from the law of the country. */
    INFERRED,
    /** Set by the operator of this system, against the map. */
    OVERRIDE,
    /** Holds for vehicles of the class alone, by a sign or by law. */
    VEHICLE_CLASS
}
