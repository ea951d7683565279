// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/** Where a limit comes from, the surest first. In road files by name: never renamed. */
public enum LimitSource {
    /** A sign, as the map has it for this very road and direction. */
    POSTED,
    /** A zone or type that the map states for this road, such as {@code DE:urban}. */
    ZONE,
    /** Estimated: the vote of tagged roads of the same class nearby. */
    NEIGHBOURS,
    /** Estimated: what most roads of the class in the region have. */
    REGIONAL,
    /** Estimated: what the law of the country says of such roads without signs. */
    LEGAL_DEFAULT,
    /** Not known. */
    UNKNOWN;

    /** Whether somebody has seen it, rather than estimated it. */
    public boolean isStated() {
        return this == POSTED || this == ZONE;
    }
}
