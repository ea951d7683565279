// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

/**
 * What is remembered of a vehicle's speed to tell a sudden loss of it from a stale report.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class SpeedTrack {

    /** When the last fresh speed was measured, event time, ms, or {@link CrashState#NEVER}. */
    public long measuredAt = CrashState.NEVER;

    /** That speed, km/h. */
    public float speed = Float.NaN;

    /** Latitude of the last report, or NaN. */
    public double latitude = Double.NaN;

    /** Longitude of the last report, or NaN. */
    public double longitude = Double.NaN;

    /** Speed of the last report, fresh or not, km/h, or NaN. */
    public float reported = Float.NaN;

    /** When speed had dropped, event time, ms, or {@link CrashState#NEVER} where it has not. */
    public long droppedAt = CrashState.NEVER;

    /** Speed before the drop, km/h. */
    public float droppedFrom = Float.NaN;

    /** Speed after it, km/h. */
    public float droppedTo = Float.NaN;

    /** Latitude after the drop, or NaN. */
    public double droppedLatitude = Double.NaN;

    /** Longitude after the drop, or NaN. */
    public double droppedLongitude = Double.NaN;

    /** Fresh reports since the drop. */
    public int slowReports;

    /** Event time of the last speed that was not repeated, ms, or {@link CrashState#NEVER}. */
    public long notHeldAt = CrashState.NEVER;

    /** Speed of the last report as far as it tells of then, km/h, or NaN. */
    public float current = Float.NaN;

    /** The device set its clock back by some ms. */
    void moveBack(long millis) {
        measuredAt -= measuredAt == CrashState.NEVER ? 0 : millis;
        droppedAt -= droppedAt == CrashState.NEVER ? 0 : millis;
        notHeldAt -= notHeldAt == CrashState.NEVER ? 0 : millis;
    }
}
