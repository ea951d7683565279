// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.road.LimitKind;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A limit that counted in an episode. A state type: components are only ever added.
 *
 * @param kind what it says
 * @param value number in its unit, exactly as posted, or NaN where the kind has none
 * @param mph whether the unit is mph rather than km/h
 * @param kmh what speeds were held against, km/h: of an estimate its upper bound, where only that
 *     counts
 * @param provenance where it comes from
 * @param confidence probability that it is right, given the road, 0..1
 * @param overrideId override that set it, or null
 * @param share share of the episode's time in which it counted, 0..1
 */
public record SeenLimit(
        LimitKind kind,
        float value,
        boolean mph,
        float kmh,
        LimitProvenance provenance,
        float confidence,
        @Nullable String overrideId,
        double share)
        implements Serializable {}
