// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import org.jspecify.annotations.Nullable;

/**
 * What was last heard of a flag, to tell one that rises from one that stays set.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class FlagMemory {

    /** After so long without it, one that is set again is a new one if the vehicle moved, ms. */
    private static final long FORGOTTEN = 60_000;

    /** What was last heard, or null where nothing was. */
    public @Nullable Boolean value;

    /** Event time at which it was last set, ms, or {@link CrashState#NEVER}. */
    public long lastSet = CrashState.NEVER;

    /**
     * Takes the next report of a flag that stays set, such as a deployed airbag. One that is set
     * when it is first heard of may be old, as that of a wreck that is switched on again; so may
     * one that was set before, since a restraint controller reports none until it has started.
     *
     * @param now the report, or null where the record has none
     * @param time event time, ms
     * @param credible whether one that may be old can be new
     * @return whether it rose
     */
    boolean rises(@Nullable Boolean now, long time, boolean credible) {
        if (now == null) {
            return false;
        }
        boolean mayBeOld = value == null || lastSet != CrashState.NEVER;
        boolean rose = now && !Boolean.TRUE.equals(value) && (credible || !mayBeOld);
        value = now;
        lastSet = now ? time : lastSet;
        return rose;
    }

    /** Whether a report would change anything. */
    boolean isNews(@Nullable Boolean now) {
        return now != null && (now || !now.equals(value));
    }

    /** The device set its clock back by some ms. */
    void moveBack(long millis) {
        lastSet -= lastSet == CrashState.NEVER ? 0 : millis;
    }

    /**
     * Takes the next report of a flag that tells of a moment and is not always sent.
     *
     * @param now the report, or null where the record has none
     * @param time event time, ms
     * @param moved whether the vehicle has moved of late: then a new moment is possible
     * @return whether it tells of a new moment
     */
    boolean happens(@Nullable Boolean now, long time, boolean moved) {
        if (now == null) {
            return false;
        }
        boolean wasSet = Boolean.TRUE.equals(value);
        boolean happened = now && (!wasSet || (moved && time - lastSet > FORGOTTEN));
        value = now;
        lastSet = now ? time : lastSet;
        return happened;
    }
}
