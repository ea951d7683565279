// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import io.odograph.udfs.telemetry.PhoneState;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.io.Serializable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds harsh driving in the records of one vehicle, in their order: a pure fold over a state that
 * belongs to the caller. Stateless and thread-safe.
 *
 * <p>At each moment the best source that is there counts: an accelerometer in the vehicle's axes
 * (at 4 Hz or more, in records or in recordings within them), one in axes of its own once {@link
 * MountLearner} knows how it lies, steps of wheel speed of about a second, steps of satellite
 * speed. What several of them show of one manoeuvre is one event of the best of them. Accelerations
 * that are reported less often than four times a second are moments that prove nothing; where they
 * agree with a step of speed they raise the quality of its event.
 *
 * <p>An accelerometer also shows the slope of the road. The difference of its mean from the change
 * of speed over the last ten seconds or so is taken off; where speeds are missing it stays as it
 * was. What it shows is refuted where fresh speeds or directions show next to nothing of it; what a
 * device in axes of its own shows must be proved by them.
 *
 * <p>Accelerations beyond 1.2 g, which no tyre holds, are cut to that before the low-pass, so that
 * a pothole makes no event. Where the parts cut off sum up to 8 km/h within about a second, or a
 * speed changes faster than that, it is a crash or a fall, and what happened within three seconds
 * of it is left out: crashes are told elsewhere.
 */
public final class HarshDetector implements Serializable {

    private static final long serialVersionUID = 1;

    private final HarshThresholds defaults;

    /**
     * A detector.
     *
     * @param defaults thresholds where a record brings none of its own
     */
    public HarshDetector(HarshThresholds defaults) {
        this.defaults = defaults;
    }

    /**
     * Takes the vehicle's next record.
     *
     * @param state changed
     * @param record the record; where its event time lies before the last one's, the device set its
     *     clock back
     * @param speed speed as {@link MotionTrack#speed} judges it, km/h, or NaN
     * @param source where that comes from, as {@link MotionTrack#source} has it
     * @param inForce thresholds in force for the vehicle, or null for the defaults
     * @param events takes the events, each 2.5 s after its end or later, when the vehicle's time
     *     has passed its merge gap
     */
    public void accept(
            HarshTrack state,
            Telemetry record,
            float speed,
            SpeedSource source,
            @Nullable HarshThresholds inForce,
            Consumer<HarshEvent> events) {
        HarshThresholds thresholds = inForce == null ? defaults : inForce;
        if (state.lastTime != HarshTrack.NEVER && record.eventTime() < state.lastTime) {
            end(state, thresholds, events);
            state.restart();
        }
        state.lastTime = record.eventTime();
        handle(state, record);
        boolean step = state.speeds.accept(record, speed, source) && StepFeed.show(state);
        ImuFeed.accept(state, record, thresholds, events);
        StepFeed.compare(state);
        if (step) {
            StepFeed.judge(state, record, thresholds, events);
        }
        HarshSpans.tellUntil(state, record.eventTime(), thresholds, events);
    }

    /** A phone that somebody holds lies no longer as it did. */
    private static void handle(HarshTrack state, Telemetry record) {
        PhoneState phone = record.phone();
        int sender = record.deviceId() == null ? 0 : record.deviceId().hashCode();
        if (phone != null && Boolean.TRUE.equals(phone.handled()) && state.mount.device == sender) {
            state.mount.forget();
            state.mount.handled = record.eventTime();
        }
    }

    /**
     * The trip is over, or nothing comes any more: what is under way ends with the last record.
     *
     * @param state changed; how the device lies in the vehicle is kept
     * @param inForce thresholds in force for the vehicle, or null for the defaults
     * @param events takes the events
     */
    public void end(
            HarshTrack state, @Nullable HarshThresholds inForce, Consumer<HarshEvent> events) {
        HarshThresholds thresholds = inForce == null ? defaults : inForce;
        ImuFeed.closeOpen(state, thresholds, events);
        StepFeed.closeOpen(state, thresholds, events);
        HarshSpans.tellAll(state, events);
    }
}
