// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

/**
 * A stretch of time in which an acceleration is over its threshold, or several of one kind that are
 * near to each other. Changed in place; about 90 bytes.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class HarshSpan {

    /** What the driver does. */
    public HarshKind kind = HarshKind.BRAKING;

    /** The best of the signals that show it. */
    public HarshSource source = HarshSource.GNSS_SPEED;

    /** Event time from which it was over the threshold, ms. */
    public long start;

    /** Event time at which it was over the threshold last, ms. */
    public long over;

    /** Event time at which it fell below the release, ms. */
    public long end;

    /** Threshold in force when it began, m/s2. */
    public float threshold;

    /** From here on it is {@link HarshGrade#SEVERE}, m/s2. */
    public float severe;

    /** From here on it is {@link HarshGrade#EXTREME}, m/s2. */
    public float extreme;

    /** Largest acceleration, m/s2, positive. */
    public float peak;

    /** Largest change of it, m/s3, or NaN. */
    public float jerk = Float.NaN;

    /** Largest acceleration that speed and direction show of it, m/s2, or NaN. */
    public float reference = Float.NaN;

    /** Speed at the start, km/h, or NaN. */
    public float speedBefore = Float.NaN;

    /** First speed after the end, km/h, or NaN. */
    public float speedAfter = Float.NaN;

    /** Where it began, 1e-7 degrees, or {@link HarshEvent#NO_POSITION}. */
    public int latitude = HarshEvent.NO_POSITION;

    /** Where it began, 1e-7 degrees, or {@link HarshEvent#NO_POSITION}. */
    public int longitude = HarshEvent.NO_POSITION;

    /** Whether an acceleration that was reported once a second agrees. */
    public boolean hinted;

    /** Whether it rests on speeds that are far apart. */
    public boolean coarse;

    /** Whether the step before or after shows something of it, too. */
    public boolean supported;

    /** Whether the next step takes back what it is made of: a glitch. */
    public boolean takenBack;

    /** Takes in another stretch of the same kind. */
    void merge(HarshSpan other) {
        if (other.start < start) {
            start = other.start;
            speedBefore = other.speedBefore;
            latitude = other.latitude;
            longitude = other.longitude;
        }
        if (other.end > end) {
            end = other.end;
            speedAfter = other.speedAfter;
        }
        boolean better = other.source.compareTo(source) < 0;
        if (better || (other.source == source && other.peak > peak)) {
            peak = other.peak;
            threshold = other.threshold;
            severe = other.severe;
            extreme = other.extreme;
        }
        if (better) {
            coarse = other.coarse;
        } else if (other.source == source) {
            coarse &= other.coarse;
        }
        source = better ? other.source : source;
        over = Math.max(over, other.over);
        jerk = larger(jerk, other.jerk);
        reference = larger(reference, other.reference);
        hinted |= other.hinted;
    }

    /** How harsh it is. */
    HarshGrade grade() {
        if (peak >= extreme) {
            return HarshGrade.EXTREME;
        }
        return peak >= severe ? HarshGrade.SEVERE : HarshGrade.HARSH;
    }

    /** An acceleration in its direction, m/s2, negative where it is against it. */
    float size(float acceleration) {
        return kind.isPositive() ? acceleration : -acceleration;
    }

    /** The larger of two numbers, of which either may be NaN. */
    static float larger(float one, float other) {
        return Float.isNaN(one) || other > one ? other : one;
    }
}
