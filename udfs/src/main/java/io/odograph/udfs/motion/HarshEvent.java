// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

/**
 * One harsh manoeuvre.
 *
 * <p>The quality tells how well it is proved: 1.0 by an accelerometer in vehicle axes and by speed
 * or direction; 0.8 by that accelerometer alone, or by one of a learned mount and by speed or
 * direction; 0.7 by wheel speeds (0.5 where they are more than 1.5 s apart); 0.5 by satellite
 * speeds; 0.1 more for either where accelerations reported once a second agree, and 0.1 less where
 * the speed before is not known.
 *
 * @param kind what the driver did
 * @param grade how harshly
 * @param source which signals proved it, the best of them
 * @param start event time from which it was over the threshold, ms
 * @param end event time at which it fell below the share of the threshold that ends it, ms
 * @param peak largest low-passed acceleration, m/s2, positive; of speeds a mean over their distance
 * @param threshold threshold in force, m/s2
 * @param speedBefore speed at the start, km/h, or NaN
 * @param speedAfter first speed reported at or after the end, km/h, or NaN
 * @param jerk largest change of the low-passed acceleration since it was last near 0, m/s3, or NaN
 *     where only speeds proved it
 * @param latitude where it began, 1e-7 degrees, or {@link #NO_POSITION}
 * @param longitude where it began, 1e-7 degrees, or {@link #NO_POSITION}
 * @param quality 0..1
 */
public record HarshEvent(
        HarshKind kind,
        HarshGrade grade,
        HarshSource source,
        long start,
        long end,
        float peak,
        float threshold,
        float speedBefore,
        float speedAfter,
        float jerk,
        int latitude,
        int longitude,
        float quality) {

    /** Stands for a coordinate that is not known. */
    public static final int NO_POSITION = Integer.MIN_VALUE;
}
