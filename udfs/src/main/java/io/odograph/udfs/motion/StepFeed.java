// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the last step of speed shows: as what proves or refutes the accelerometer, as what its
 * slope and mount are learned from, and, where there is no accelerometer, in its place.
 */
final class StepFeed {

    /** Nobody but a receiver that errs brakes harder, m/s2: 1 g. */
    private static final float HARDEST_BY_SATELLITES = 9.80665f;

    /** Share of the threshold that the step before or after a corner by satellites must show. */
    private static final float SUPPORTS = 0.3f;

    /**
     * Peak of a manoeuvre over its mean in the second that has most of it, at least: of simulated
     * ones of a second or more. Speeds of satellites err too much for it.
     */
    private static final float PEAK = 1.08f;

    /** An acceleration the other way in the next step by this share takes a stretch back. */
    private static final float TAKES_BACK = 0.6f;

    /** By so much satellite speeds are later than accelerations, ms. */
    private static final long LATE = 700;

    /** By so much wheel speeds are, ms. */
    private static final long LITTLE_LATE = 100;

    /** Steps longer than this compare nothing, ms. */
    private static final long LONGEST = 1_500;

    /** Share of a difference that a second teaches the slope, from wheel speeds: 8 s. */
    private static final float LEARNS = 1 / 8f;

    /** The same of satellite speeds, which err more: 12 s. */
    private static final float LEARNS_LATE = 1 / 12f;

    private StepFeed() {}

    /**
     * Takes a new step as what it shows of events under way.
     *
     * @return whether it can be one
     */
    static boolean show(HarshTrack state) {
        SpeedTrace speeds = state.speeds;
        boolean wheel = speeds.source == SpeedSource.WHEEL;
        float hardest = wheel ? SpeedTrace.HARDEST : HARDEST_BY_SATELLITES;
        if (Math.abs(speeds.along) > hardest) {
            state.shock = speeds.to;
            state.alongStep = null;
            state.acrossStep = null;
            return false;
        }
        HarshSpans.show(state);
        return true;
    }

    /** Compares the last step with what the accelerometer shows of the same time, once. */
    static void compare(HarshTrack state) {
        SpeedTrace speeds = state.speeds;
        ImuTrack imu = state.imu;
        if (speeds.to == SpeedTrace.NEVER || speeds.to == imu.comparedTo) {
            return;
        }
        imu.closeMeanIfEnough();
        boolean wheel = speeds.source == SpeedSource.WHEEL;
        long at = speeds.from + (speeds.to - speeds.from) / 2 - (wheel ? LITTLE_LATE : LATE);
        if (speeds.to - speeds.from > LONGEST || !imu.reaches(at)) {
            return;
        }
        imu.comparedTo = speeds.to;
        float weight = imu.weight(at);
        if (Float.isNaN(weight)) {
            return;
        }
        float x = weight * imu.meanX + (1 - weight) * imu.beforeX;
        float y = weight * imu.meanY + (1 - weight) * imu.beforeY;
        float z = weight * imu.meanZ + (1 - weight) * imu.beforeZ;
        float across = speeds.meanAcross();
        float share = wheel ? LEARNS : LEARNS_LATE;
        if (imu.ofVehicle) {
            imu.along.correct(x, speeds.along, share);
            imu.across.correct(y, imu.twoAxes ? across : Float.NaN, share);
            return;
        }
        MountTrack mount = state.mount;
        boolean known = mount.learned;
        MountLearner.learn(mount, new float[] {x, y, z}, speeds.along, across, speeds.speeds[0]);
        if (!mount.learned) {
            imu.along.bias = 0;
            imu.across.bias = 0;
        } else if (known) {
            imu.along.correct(mount.forward(x, y, z), speeds.along, share);
            imu.across.correct(mount.left(x, y, z), across, share);
        }
    }

    /** Judges a new step where no accelerometer covers it. */
    static void judge(
            HarshTrack state,
            Telemetry record,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        SpeedTrace speeds = state.speeds;
        ImuTrack imu = state.imu;
        boolean covered = imu.covers(speeds.from, speeds.to);
        Motion motion = record.motion();
        float along = covered ? Float.NaN : speeds.along;
        along *= speeds.source == SpeedSource.WHEEL ? PEAK : 1;
        float across = covered && imu.twoAxes ? Float.NaN : speeds.across;
        across *= speeds.yaw ? 1 : PEAK;
        float hint = motion == null ? Float.NaN : motion.accelerationLongitudinal();
        state.alongStep = follow(state, true, state.alongStep, along, hint, thresholds, events);
        hint = motion == null ? Float.NaN : motion.accelerationLateral();
        state.acrossStep = follow(state, false, state.acrossStep, across, hint, thresholds, events);
    }

    private static @Nullable HarshSpan follow(
            HarshTrack state,
            boolean isAlong,
            @Nullable HarshSpan open,
            float acceleration,
            float hint,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        SpeedTrace speeds = state.speeds;
        if (open != null) {
            float size = open.size(acceleration);
            boolean next = speeds.from <= open.end + LONGEST;
            if (next && size >= open.threshold * thresholds.release()) {
                extend(open, speeds, size, hint);
                open.supported = true;
                return open;
            }
            open.takenBack = next && isAlong && size <= -TAKES_BACK * open.peak;
            open.supported |= next && size >= SUPPORTS * open.threshold;
            HarshSpans.close(state, open, thresholds, events);
            if (open.takenBack) {
                return null;
            }
        }
        HarshKind kind = HarshKind.of(isAlong, acceleration > 0);
        if (!(Math.abs(acceleration) >= thresholds.of(kind))) {
            return null;
        }
        HarshSpan span =
                HarshSpans.begin(state, kind, source(speeds, isAlong), speeds.from, thresholds);
        span.coarse = speeds.isCoarse();
        // Directions jitter for a second; who corners turns for longer.
        span.supported =
                isAlong
                        || span.source == HarshSource.WHEEL_SPEED
                        || span.size(speeds.acrossBefore) >= SUPPORTS * span.threshold;
        extend(span, speeds, span.size(acceleration), hint);
        return span;
    }

    private static void extend(HarshSpan span, SpeedTrace speeds, float size, float hint) {
        span.peak = Math.max(span.peak, size);
        span.over = size >= span.threshold ? speeds.to : span.over;
        span.end = speeds.to;
        span.coarse &= speeds.isCoarse();
        span.hinted |= span.size(hint) >= span.threshold;
    }

    /** A corner is proved by wheels only where the yaw rate is the vehicle's own. */
    private static HarshSource source(SpeedTrace speeds, boolean along) {
        boolean wheel = speeds.source == SpeedSource.WHEEL && (along || speeds.yaw);
        return wheel ? HarshSource.WHEEL_SPEED : HarshSource.GNSS_SPEED;
    }

    /** Ends what is open. */
    static void closeOpen(
            HarshTrack state, HarshThresholds thresholds, Consumer<HarshEvent> events) {
        HarshSpan along = state.alongStep;
        HarshSpan across = state.acrossStep;
        state.alongStep = null;
        state.acrossStep = null;
        if (along != null) {
            HarshSpans.close(state, along, thresholds, events);
        }
        if (across != null) {
            HarshSpans.close(state, across, thresholds, events);
        }
    }
}
