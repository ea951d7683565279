// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/**
 * Finds crashes in reports of speed alone: a loss that no braking explains, after which the vehicle
 * stays slow. A stale report looks the same for a moment (recorded logs at 1 Hz have hundreds of
 * such drops in hours), so only fresh measurements count, over the time between them, and what is
 * slow must not move in space.
 */
final class SpeedDrops {

    /** A fix of this age is not a fresh one, ms: more than a reporting interval of one second. */
    private static final int STALE = 1_500;

    /** A speed that hangs on a fix of this age is not that of the report any more, ms. */
    private static final int OUTDATED = 3_000;

    /** Over a longer gap braking explains any loss of speed, ms. */
    private static final long LONGEST_GAP = 5_000;

    /** How long the vehicle must have stayed slow, ms. */
    private static final long STAYS_SLOW = 5_000;

    private static final int SLOW_REPORTS = 3;

    /** Speed may rise again by so much while a wreck rolls, km/h. */
    private static final float ROLLS = 10;

    /**
     * Three standard deviations of a difference of two speeds, km/h: satellite speed has an RMSE of
     * 2.3 (measured), wheel speed comes in whole numbers.
     */
    private static final double GNSS_NOISE = 10;

    private static final double WHEEL_NOISE = 2;

    /** What a wreck slides and a receiver errs, m, besides {@link #SLIDING}. */
    private static final double STAYS_WITHIN = 40;

    /** Least deceleration of a wreck without brakes, m/s2. */
    private static final double SLIDING = 2;

    /** Loss of speed per second at 1 g, km/h. */
    private static final double KMH_PER_S_AND_G = ImpactPulse.G * 3.6;

    private SpeedDrops() {}

    /**
     * Takes the next report.
     *
     * @return evidence whose time is that of the drop and whose value the loss of speed, or null
     */
    static @Nullable Evidence accept(
            SpeedTrack track, Telemetry record, CrashThresholds thresholds) {
        Motion motion = record.motion();
        if (motion == null || Float.isNaN(motion.speed())) {
            return null;
        }
        Position position = record.position();
        boolean fresh = isFresh(track, motion, position);
        long measuredAt = record.eventTime() - fixAge(record);
        Evidence found = fresh ? measured(track, record, measuredAt, thresholds) : null;
        track.reported = motion.speed();
        track.latitude = position == null ? Double.NaN : position.latitude();
        track.longitude = position == null ? Double.NaN : position.longitude();
        return found;
    }

    /**
     * The speed of a report as far as it tells of then: NaN where it hangs on an old fix, stated or
     * repeated. A receiver that lost the satellites in a crash repeats the speed of before, and the
     * wreck would seem to drive on.
     */
    static float current(SpeedTrack track, Telemetry record) {
        long time = record.eventTime();
        if (!Float.isNaN(record.speed()) && !isHeld(track, record)) {
            track.notHeldAt = time;
        }
        boolean outdated =
                fixAge(record) > OUTDATED
                        || track.notHeldAt == CrashState.NEVER
                        || time - track.notHeldAt > OUTDATED;
        return outdated ? Float.NaN : record.speed();
    }

    /** Zero is not held: who stands has the same position and speed for long. */
    private static boolean isHeld(SpeedTrack track, Telemetry record) {
        Motion motion = record.motion();
        Position position = record.position();
        if (motion == null || position == null || !(motion.speed() > 0)) {
            return false;
        }
        SpeedSource source = motion.speedSource();
        if (source != SpeedSource.GNSS && source != SpeedSource.UNKNOWN) {
            return false;
        }
        return position.fixType() == FixType.NONE
                || (position.fixAge() < 0
                        && isFrozen(track, position)
                        && motion.speed() == track.reported);
    }

    private static boolean isFrozen(SpeedTrack track, Position position) {
        return position.latitude() == track.latitude && position.longitude() == track.longitude;
    }

    /** Age of the fix where the speed hangs on it, ms; 0 where it does not or is not stated. */
    private static int fixAge(Telemetry record) {
        Motion motion = record.motion();
        Position position = record.position();
        return motion == null || position == null || isWheel(motion)
                ? 0
                : Math.max(0, position.fixAge());
    }

    private static boolean isFresh(SpeedTrack track, Motion motion, @Nullable Position position) {
        boolean frozen = position != null && isFrozen(track, position);
        if (isWheel(motion)) {
            return !(frozen && motion.speed() == track.reported && motion.speed() > 0);
        }
        if (position == null || position.fixType() == FixType.NONE) {
            return false;
        }
        return position.fixAge() >= 0 ? position.fixAge() <= STALE : !frozen;
    }

    private static boolean isWheel(Motion motion) {
        return motion.speedSource() == SpeedSource.WHEEL;
    }

    private static @Nullable Evidence measured(
            SpeedTrack track, Telemetry record, long measuredAt, CrashThresholds thresholds) {
        if (measuredAt <= track.measuredAt) {
            return null;
        }
        Evidence found = null;
        if (track.droppedAt != CrashState.NEVER) {
            found = follow(track, record, measuredAt);
        } else {
            look(track, record, measuredAt, thresholds);
        }
        track.measuredAt = measuredAt;
        track.speed = record.speed();
        return found;
    }

    private static void look(
            SpeedTrack track, Telemetry record, long measuredAt, CrashThresholds thresholds) {
        long gap = measuredAt - track.measuredAt;
        if (track.measuredAt == CrashState.NEVER
                || gap > LONGEST_GAP
                || !(track.speed >= thresholds.speedBefore())) {
            return;
        }
        Motion motion = record.motion();
        double noise = motion != null && isWheel(motion) ? WHEEL_NOISE : GNSS_NOISE;
        double explained = thresholds.maxBraking() * KMH_PER_S_AND_G * gap / 1000 + noise;
        if (track.speed - record.speed() > Math.max(explained, thresholds.impactDeltaV())) {
            track.droppedAt = measuredAt;
            track.droppedFrom = track.speed;
            track.droppedTo = record.speed();
            Position position = record.position();
            track.droppedLatitude = position == null ? Double.NaN : position.latitude();
            track.droppedLongitude = position == null ? Double.NaN : position.longitude();
            track.slowReports = 1;
        }
    }

    private static @Nullable Evidence follow(SpeedTrack track, Telemetry record, long measuredAt) {
        float limit = Math.min(track.droppedTo + ROLLS, track.droppedFrom / 2);
        if (record.speed() > Math.max(limit, track.droppedTo) || hasMovedOn(track, record)) {
            track.droppedAt = CrashState.NEVER;
            return null;
        }
        track.slowReports++;
        if (measuredAt - track.droppedAt < STAYS_SLOW || track.slowReports < SLOW_REPORTS) {
            return null;
        }
        Evidence found =
                Evidence.of(
                        EvidenceKind.SPEED_DROP,
                        track.droppedAt,
                        track.droppedFrom - track.droppedTo);
        track.droppedAt = CrashState.NEVER;
        return found;
    }

    private static boolean hasMovedOn(SpeedTrack track, Telemetry record) {
        Position position = record.position();
        if (position == null || Double.isNaN(track.droppedLatitude)) {
            return false;
        }
        double slide = track.droppedTo / 3.6 * track.droppedTo / 3.6 / (2 * SLIDING);
        double moved =
                Distance.metres(
                        track.droppedLatitude,
                        track.droppedLongitude,
                        position.latitude(),
                        position.longitude());
        return moved > STAYS_WITHIN + slide;
    }
}
