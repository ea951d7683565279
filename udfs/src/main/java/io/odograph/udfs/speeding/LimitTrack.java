// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import org.jspecify.annotations.Nullable;

/**
 * The limit that a vehicle was last held to, and the one that may be about to replace it. Limits
 * flicker where the map is wrong for a few metres or another road crosses, so that a new one counts
 * when it has held for a while; until then the driver is given the higher of both. Changed in
 * place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class LimitTrack {

    /** The limit that counts, or null where none did yet. */
    public @Nullable EffectiveLimit settled;

    /** Another one that was seen last, or null. */
    public @Nullable EffectiveLimit changed;

    /** Event time since when that was seen, ms, or NEVER. */
    public long changedSince = SpeedingState.NEVER;

    /** Event time when that was seen last, ms, or NEVER. */
    public long changedSeen = SpeedingState.NEVER;

    /**
     * Takes the limit of the road on which the vehicle is seen.
     *
     * @return the limit that counts, or null while that is open
     */
    @Nullable EffectiveLimit see(EffectiveLimit seen, long time, SpeedingThresholds thresholds) {
        EffectiveLimit old = settled;
        if (old != null && isSame(old, seen)) {
            settle(seen);
            return seen;
        }
        // A road before a tunnel and one behind it are no limit that held between them.
        boolean near = time - OpenEpisode.LONGEST_INTERVAL <= changedSeen;
        if (changed == null || !near || !isSame(changed, seen)) {
            changedSince = time;
        }
        changed = seen;
        changedSeen = time;
        if (time - changedSince >= thresholds.limitDebounceMillis()) {
            settle(seen);
            return seen;
        }
        return old == null ? null : higher(old, seen, thresholds);
    }

    private void settle(EffectiveLimit seen) {
        settled = seen;
        changed = null;
        changedSince = SpeedingState.NEVER;
        changedSeen = SpeedingState.NEVER;
    }

    private static boolean isSame(EffectiveLimit one, EffectiveLimit other) {
        return Float.compare(one.kmh(), other.kmh()) == 0
                && Float.compare(one.upperBound(), other.upperBound()) == 0
                && one.provenance() == other.provenance();
    }

    /** What is not known may be higher than anything. */
    private static @Nullable EffectiveLimit higher(
            EffectiveLimit old, EffectiveLimit seen, SpeedingThresholds thresholds) {
        float before = thresholds.counting(old);
        float after = thresholds.counting(seen);
        if (Float.isNaN(before) || Float.isNaN(after)) {
            return null;
        }
        return before > after ? old : seen;
    }

    /** The device set its clock back by some ms. */
    void moveBack(long millis) {
        changedSince -= changedSince == SpeedingState.NEVER ? 0 : millis;
        changedSeen -= changedSeen == SpeedingState.NEVER ? 0 : millis;
    }
}
