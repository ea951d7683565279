// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import org.jspecify.annotations.Nullable;

/**
 * What the watch on harsh driving remembers of one vehicle. Changed in place; about 650 bytes, of
 * which 230 are the mount and 200 the last speeds, and 90 more for each event under way.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class HarshTrack {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Event time of the last record, ms, or NEVER. */
    public long lastTime = NEVER;

    /** The last speeds. */
    public SpeedTrace speeds = new SpeedTrace();

    /** The accelerometer. */
    public ImuTrack imu = new ImuTrack();

    /** How it lies in the vehicle, if its axes are its own. */
    public MountTrack mount = new MountTrack();

    /** Event time of the last record with an acceleration in vehicle axes, ms, or NEVER. */
    public long measured = NEVER;

    /** Stands for the device that sent it. */
    public int measuredBy;

    /** Event time of the last shock that no driver can make, ms, or NEVER. */
    public long shock = NEVER;

    /** What speeds show along the vehicle now, or null. */
    public @Nullable HarshSpan alongStep;

    /** What they show across it now, or null. */
    public @Nullable HarshSpan acrossStep;

    /** An acceleration that is over but may be merged or refuted, or null. */
    public @Nullable HarshSpan acceleration;

    /** A braking that is over but may be merged or refuted, or null. */
    public @Nullable HarshSpan braking;

    /** A corner to the left that is over but may be merged or refuted, or null. */
    public @Nullable HarshSpan left;

    /** A corner to the right that is over but may be merged or refuted, or null. */
    public @Nullable HarshSpan right;

    /** End of the last acceleration told, ms, or NEVER. */
    public long toldAcceleration = NEVER;

    /** End of the last braking told, ms, or NEVER. */
    public long toldBraking = NEVER;

    /** End of the last corner to the left told, ms, or NEVER. */
    public long toldLeft = NEVER;

    /** End of the last corner to the right told, ms, or NEVER. */
    public long toldRight = NEVER;

    /** What is over but not told. */
    @Nullable HarshSpan pending(HarshKind kind) {
        return switch (kind) {
            case ACCELERATION -> acceleration;
            case BRAKING -> braking;
            case CORNERING_LEFT -> left;
            case CORNERING_RIGHT -> right;
        };
    }

    void setPending(HarshKind kind, @Nullable HarshSpan span) {
        switch (kind) {
            case ACCELERATION -> acceleration = span;
            case BRAKING -> braking = span;
            case CORNERING_LEFT -> left = span;
            case CORNERING_RIGHT -> right = span;
        }
    }

    /** End of the last event of a kind that was told, ms, or NEVER. */
    long told(HarshKind kind) {
        return switch (kind) {
            case ACCELERATION -> toldAcceleration;
            case BRAKING -> toldBraking;
            case CORNERING_LEFT -> toldLeft;
            case CORNERING_RIGHT -> toldRight;
        };
    }

    void setTold(HarshKind kind, long end) {
        switch (kind) {
            case ACCELERATION -> toldAcceleration = end;
            case BRAKING -> toldBraking = end;
            case CORNERING_LEFT -> toldLeft = end;
            case CORNERING_RIGHT -> toldRight = end;
        }
    }

    /**
     * Event time at which the first manoeuvre began that is not told yet, ms, or {@link
     * Long#MAX_VALUE} where there is none.
     */
    public long pendingSince() {
        long since = Long.MAX_VALUE;
        since = earlier(since, imu.along.open);
        since = earlier(since, imu.across.open);
        since = earlier(since, alongStep);
        since = earlier(since, acrossStep);
        since = earlier(since, acceleration);
        since = earlier(since, braking);
        since = earlier(since, left);
        return earlier(since, right);
    }

    private static long earlier(long since, @Nullable HarshSpan span) {
        return span == null ? since : Math.min(since, span.start);
    }

    /** The device set its clock back; how it lies in the vehicle has not changed by that. */
    void restart() {
        speeds.clear();
        imu.clear();
        mount.handled = NEVER;
        measured = NEVER;
        shock = NEVER;
        for (HarshKind kind : HarshKind.values()) {
            setTold(kind, NEVER);
        }
    }
}
