// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a vehicle's reports to tell which speed and position of the next one is
 * fresh. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class MotionTrack {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** A fix of this age is not a fresh one, ms: more than a reporting interval of one second. */
    static final int STALE = 1_500;

    /** A wheel speed counts before a satellite speed for so long, ms. */
    static final long WHEEL_HOLDS = 1_000;

    /** A position is held if it stays while the vehicle must have moved so far, m. */
    static final double HELD_WITHIN = 5;

    /** Positions that err by more than this tell neither road nor fence, m. */
    static final float WORST_ACCURACY = 100;

    private static final double E7 = 1e7;

    /** Latitude of the last position, 1e-7 degrees. */
    public int latitude;

    /** Longitude of the last position, 1e-7 degrees. */
    public int longitude;

    /** Event time of the first report with that position, ms, or NEVER where there was none. */
    public long positionSince = NEVER;

    /** Speed of the last report with a position, km/h, or NaN. */
    public float reported = Float.NaN;

    /** Last speed of the wheels, km/h, or NaN. */
    public float wheelSpeed = Float.NaN;

    /** Event time of that, ms, or NEVER. */
    public long wheelTime = NEVER;

    /** A coordinate as an integer, 1e-7 degrees. */
    public static int e7(double degrees) {
        return (int) Math.round(degrees * E7);
    }

    /**
     * Speed that the record tells of its time, km/h, or NaN. That of the wheels comes before that
     * of satellites, and what hangs on an old fix, stated or repeated, does not count.
     */
    public float speed(Telemetry record) {
        Motion motion = record.motion();
        SpeedSource source = motion == null ? SpeedSource.UNKNOWN : motion.speedSource();
        float speed = motion == null ? Float.NaN : motion.speed();
        boolean valid = speed >= 0 && speed < Float.POSITIVE_INFINITY;
        if (valid && source == SpeedSource.WHEEL) {
            return speed;
        }
        if (isWheelFresh(record)) {
            return wheelSpeed;
        }
        boolean outdated = source != SpeedSource.FUSED && isOutdated(record, speed);
        return valid && !outdated ? speed : Float.NaN;
    }

    /** Where that speed comes from; asked after {@link #remember}. */
    public SpeedSource source(Telemetry record) {
        if (isWheelFresh(record)) {
            return SpeedSource.WHEEL;
        }
        Motion motion = record.motion();
        return motion == null ? SpeedSource.UNKNOWN : motion.speedSource();
    }

    private boolean isWheelFresh(Telemetry record) {
        return wheelTime != NEVER && record.eventTime() - wheelTime <= WHEEL_HOLDS;
    }

    private boolean isOutdated(Telemetry record, float speed) {
        Position position = record.position();
        if (position == null) {
            return false;
        }
        return position.fixType() == FixType.NONE
                || position.fixAge() > STALE
                || (speed == reported && isHeld(record, position, speed));
    }

    /**
     * The position of the record if it is one of its time, else null.
     *
     * @param speed speed of the record, km/h, or NaN
     */
    public @Nullable Position freshPosition(Telemetry record, float speed) {
        Position position = record.position();
        if (position == null
                || position.fixType() == FixType.NONE
                || position.fixAge() > STALE
                || position.horizontalAccuracy() > WORST_ACCURACY
                || (position.latitude() == 0 && position.longitude() == 0)
                || !Double.isFinite(position.latitude())
                || !Double.isFinite(position.longitude())) {
            return null;
        }
        float moved = Float.isNaN(speed) ? record.speed() : speed;
        return isHeld(record, position, moved) ? null : position;
    }

    /** Whether the receiver repeats a position that the vehicle must have left. */
    private boolean isHeld(Telemetry record, Position position, float speed) {
        return positionSince != NEVER
                && e7(position.latitude()) == latitude
                && e7(position.longitude()) == longitude
                && speed / 3.6 * (record.eventTime() - positionSince) / 1000 > HELD_WITHIN;
    }

    /** Takes in what a record reports, after it is judged. */
    public void remember(Telemetry record) {
        Motion motion = record.motion();
        if (motion != null && motion.speedSource() == SpeedSource.WHEEL && motion.speed() >= 0) {
            wheelSpeed = motion.speed();
            wheelTime = record.eventTime();
        }
        Position position = record.position();
        if (position == null) {
            return;
        }
        int lat = e7(position.latitude());
        int lon = e7(position.longitude());
        // Who stands has the same position for long, and none of it is held.
        boolean moved = lat != latitude || lon != longitude || record.speed() == 0;
        if (moved || positionSince == NEVER) {
            positionSince = record.eventTime();
        }
        latitude = lat;
        longitude = lon;
        reported = record.speed();
    }

    /** The device set its clock back by some ms. */
    public void moveBack(long millis) {
        positionSince -= positionSince == NEVER ? 0 : millis;
        wheelTime -= wheelTime == NEVER ? 0 : millis;
    }
}
