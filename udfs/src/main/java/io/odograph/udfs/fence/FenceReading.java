// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;
import java.util.Comparator;

/**
 * How a vehicle's way lies to a fence that is for it and in force. A wire type of the jobs:
 * components are only ever added.
 *
 * @param terms the fence in the version in force
 * @param inside whether the end of the way is inside
 * @param distance how far outside that is, m; negative inside
 * @param begunInside whether its beginning is inside; false where that is not known
 * @param first part of the way, 0..1, at which it is inside for the first time; NaN if it never is
 *     or has no beginning
 * @param last part at which it is inside for the last time, or NaN as well
 * @param deepest how far inside the way gets at most, m; NaN as well, and where both of its ends
 *     are inside
 * @param halfWidth half of how wide the fence is where it is narrow, m
 */
public record FenceReading(
        FenceTerms terms,
        boolean inside,
        double distance,
        boolean begunInside,
        double first,
        double last,
        double deepest,
        double halfWidth)
        implements Serializable {

    /** The order in which they are judged: by priority, the highest first, then by id. */
    public static final Comparator<FenceReading> ORDER =
            Comparator.comparing((FenceReading reading) -> -reading.terms().priority())
                    .thenComparing(reading -> reading.terms().id());

    /**
     * As far from a fence as it is read at all, m, except for those that vehicles must keep in: the
     * largest hysteresis, the worst accuracy that counts and some more.
     */
    public static final double NEAR = 650;
}
