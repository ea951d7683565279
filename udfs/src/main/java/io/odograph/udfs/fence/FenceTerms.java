// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A version of a fence apart from where it is and for whom. A state type: components are only ever
 * added.
 *
 * @param id identity of the fence
 * @param version version, rising
 * @param name what people call it, or null
 * @param kind what it is for
 * @param priority which fence goes first where several are met at once, the higher, 0..9; of speed
 *     zones that overlap only the first counts
 * @param schedule when it holds, or null for always
 * @param effectiveFrom event time from which this version is the fence, ms, inclusive
 * @param effectiveTo event time until which it is, ms, exclusive; {@link Long#MAX_VALUE} for
 *     without end
 * @param thresholds what it states of when a crossing counts
 */
public record FenceTerms(
        String id,
        long version,
        @Nullable String name,
        FenceKind kind,
        int priority,
        @Nullable FenceSchedule schedule,
        long effectiveFrom,
        long effectiveTo,
        FenceThresholds thresholds)
        implements Serializable {

    /** How alerts name this version: {@code id@version}. */
    public String label() {
        return id + "@" + version;
    }

    /** Whether this is the same version of the same fence. */
    boolean isSame(FenceTerms other) {
        return version == other.version && id.equals(other.id);
    }
}
