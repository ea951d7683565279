// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import java.util.Objects;

/**
 * For how long a limit counted in an episode. A state type: components are only ever added.
 *
 * @param limit the limit
 * @param kmh the number that speeds were held against, km/h
 * @param millis for how long, ms
 */
public record LimitTime(EffectiveLimit limit, float kmh, long millis) {

    /** Whether this is the time of a limit, on whatever road. */
    boolean isOf(EffectiveLimit other, float number) {
        return Float.compare(kmh, number) == 0
                && limit.provenance() == other.provenance()
                && limit.mph() == other.mph()
                && limit.kind() == other.kind()
                && Objects.equals(limit.overrideId(), other.overrideId());
    }

    /** With some more time. */
    LimitTime plus(long more) {
        return new LimitTime(limit, kmh, millis + more);
    }

    /** As it is told. */
    SeenLimit seen(double share) {
        return new SeenLimit(
                limit.kind(),
                limit.value(),
                limit.mph(),
                kmh,
                limit.provenance(),
                limit.confidence(),
                limit.overrideId(),
                share);
    }
}
