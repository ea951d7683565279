// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.function.Consumer;

/** Takes the accelerations of records and of recordings in them, sample by sample. */
final class ImuFeed {

    /** Slowest rate from which samples follow each other, Hz. */
    private static final float SLOWEST = 4;

    /** Rates above this are averaged down to about {@link #USUAL}, Hz. */
    private static final float FAST = 150;

    private static final float USUAL = 100;

    /** Another device counts after this silence, ms. */
    private static final long SILENT = 2_000;

    /** Samples of a recording that are so far ahead of their record are not believed, ms. */
    private static final long AHEAD = 5_000;

    /** The state before a recording is taken from so much of its begin, s. */
    private static final float BEGIN = 0.2f;

    /** Sum of what is cut off from which it is a crash, m/s: 8 km/h trigger event recorders. */
    private static final float SHOCK = 8 / 3.6f;

    /** What a sensor at its limit is taken to have missed, m/s2: 8 g, a crash within 30 ms. */
    private static final float MISSED = 8 * 9.80665f;

    /** Share of its range from which a sensor is at its limit. */
    private static final float LIMIT = 0.98f;

    private ImuFeed() {}

    /** Takes what a record has. */
    static void accept(
            HarshTrack state,
            Telemetry record,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        int sender = record.deviceId() == null ? 0 : record.deviceId().hashCode();
        ImuBurst burst = record.imuBurst();
        Motion motion = record.motion();
        if (burst != null && burst.rate() >= SLOWEST) {
            boolean ofVehicle = burst.frame() == AxesFrame.VEHICLE;
            if (isOwner(state, sender, ofVehicle, burst.timeOf(0), thresholds, events)) {
                burst(state, burst, record.eventTime() + AHEAD, thresholds, events);
            }
        } else if (motion != null && !Float.isNaN(motion.accelerationLongitudinal())) {
            long time = record.eventTime();
            boolean follows =
                    state.measuredBy == sender && time - state.measured <= SlowPass.LONGEST;
            state.measured = time;
            state.measuredBy = sender;
            if (follows && isOwner(state, sender, true, time, thresholds, events)) {
                float x = motion.accelerationLongitudinal();
                float y = motion.accelerationLateral();
                state.imu.twoAxes = !Float.isNaN(y);
                float left = Float.isNaN(y) ? 0 : y;
                if (!begin(state, time, x, left, thresholds, events)) {
                    sample(state, time, x, left, 0, false, thresholds, events);
                }
            }
        }
    }

    /** Whether a device is the one that counts; one in vehicle axes takes over at once. */
    private static boolean isOwner(
            HarshTrack state,
            int sender,
            boolean ofVehicle,
            long time,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        ImuTrack imu = state.imu;
        boolean same = imu.device == sender && imu.ofVehicle == ofVehicle;
        if (imu.time != ImuTrack.NEVER && !same) {
            boolean better = ofVehicle && !imu.ofVehicle;
            if (!better && time - imu.time <= SILENT) {
                return false;
            }
            closeOpen(state, thresholds, events);
            imu.clear();
        }
        if (!same) {
            imu.along.bias = 0;
            imu.across.bias = 0;
        }
        imu.device = sender;
        imu.ofVehicle = ofVehicle;
        if (!ofVehicle && state.mount.device != sender) {
            state.mount.forget();
            state.mount.device = sender;
        }
        return true;
    }

    private static void burst(
            HarshTrack state,
            ImuBurst burst,
            long latest,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        ImuTrack imu = state.imu;
        imu.twoAxes = true;
        int samples = burst.x().length;
        int block = burst.rate() > FAST ? Math.round(burst.rate() / USUAL) : 1;
        float limit = burst.range() * LIMIT;
        for (int i = 0; i + block <= samples; i += block) {
            long time = burst.timeOf(i + block / 2);
            if (time > latest) {
                return;
            }
            if (imu.time != ImuTrack.NEVER && time <= imu.time) {
                continue;
            }
            float x = mean(burst.x(), i, block);
            float y = mean(burst.y(), i, block);
            float z = mean(burst.z(), i, block);
            if (isGap(imu, time)) {
                int first = Math.min(samples - i, 1 + (int) (burst.rate() * BEGIN));
                begin(
                        state,
                        time,
                        mean(burst.x(), i, first),
                        mean(burst.y(), i, first),
                        thresholds,
                        events);
            } else {
                boolean limited = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z))) > limit;
                sample(state, time, x, y, z, limited, thresholds, events);
            }
        }
    }

    private static float mean(float[] values, int from, int count) {
        if (count == 1) {
            return values[from];
        }
        float sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    private static boolean isGap(ImuTrack imu, long time) {
        return imu.time == ImuTrack.NEVER || time - imu.time > SlowPass.LONGEST;
    }

    /** Begins a run of samples if this is the first after a gap. */
    private static boolean begin(
            HarshTrack state,
            long time,
            float x,
            float y,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        ImuTrack imu = state.imu;
        if (!isGap(imu, time)) {
            return false;
        }
        closeOpen(state, thresholds, events);
        imu.closeMean();
        imu.since = time;
        imu.time = time;
        imu.excess = 0;
        imu.along.settle(imu.ofVehicle ? cut(x) : imu.along.bias);
        imu.across.settle(imu.ofVehicle ? cut(y) : imu.across.bias);
        return true;
    }

    private static float cut(float sample) {
        return Math.max(-SpeedTrace.HARDEST, Math.min(SpeedTrace.HARDEST, sample));
    }

    /** What is open when samples end, ends with them. */
    static void closeOpen(
            HarshTrack state, HarshThresholds thresholds, Consumer<HarshEvent> events) {
        close(state, state.imu.along, thresholds, events);
        close(state, state.imu.across, thresholds, events);
    }

    private static void close(
            HarshTrack state,
            HarshAxis axis,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        HarshSpan open = axis.open;
        if (open != null) {
            axis.open = null;
            HarshSpans.close(state, open, thresholds, events);
        }
    }

    private static void sample(
            HarshTrack state,
            long time,
            float x,
            float y,
            float z,
            boolean limited,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        ImuTrack imu = state.imu;
        MountTrack mount = state.mount;
        int millis = (int) (time - imu.time);
        if (millis <= 0) {
            return;
        }
        imu.time = time;
        imu.sum(x, y, z, millis);
        float forward = x;
        float left = y;
        if (!imu.ofVehicle) {
            if (!mount.isUsable(time)) {
                imu.since = time;
                imu.along.open = null;
                imu.across.open = null;
                imu.along.settle(imu.along.bias);
                imu.across.settle(imu.across.bias);
                return;
            }
            forward = mount.forward(x, y, z);
            left = mount.left(x, y, z);
        }
        float size = (float) Math.sqrt(forward * forward + left * left);
        float over = limited ? MISSED : size - SpeedTrace.HARDEST;
        float seconds = millis / 1000f;
        imu.excess = (1 - seconds) * imu.excess + Math.max(0, over) * seconds;
        if (imu.excess > SHOCK) {
            state.shock = time;
        }
        // No tyre holds more: the rest is the road, the device, or a crash.
        float share = size > SpeedTrace.HARDEST ? SpeedTrace.HARDEST / size : 1;
        follow(state, true, share * forward, millis, thresholds, events);
        if (imu.twoAxes) {
            follow(state, false, share * left, millis, thresholds, events);
        }
    }

    private static void follow(
            HarshTrack state,
            boolean along,
            float sample,
            int millis,
            HarshThresholds thresholds,
            Consumer<HarshEvent> events) {
        HarshAxis axis = along ? state.imu.along : state.imu.across;
        HarshKind kind = HarshKind.of(along, axis.value > 0);
        float threshold = thresholds.of(kind);
        axis.next(sample, millis, threshold);
        long time = state.imu.time - SlowPass.DELAY;
        HarshSpan open = axis.open;
        if (open == null) {
            kind = HarshKind.of(along, axis.value > 0);
            if (Math.abs(axis.value) < thresholds.of(kind)) {
                return;
            }
            HarshSource source =
                    state.imu.ofVehicle ? HarshSource.VEHICLE_IMU : HarshSource.DEVICE_IMU;
            open = HarshSpans.begin(state, kind, source, time, thresholds);
            axis.open = open;
        }
        float size = open.size(axis.value);
        open.over = size >= open.threshold ? time : open.over;
        open.peak = Math.max(open.peak, size);
        open.jerk = HarshSpan.larger(open.jerk, axis.rise);
        open.end = time;
        if (size < open.threshold * thresholds.release()) {
            close(state, axis, thresholds, events);
        }
    }
}
