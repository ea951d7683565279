// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.udfs.Detector;
import io.odograph.udfs.clock.ClockLimits;
import io.odograph.udfs.clock.ClockState;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The timers of the current vehicle. They are for liveness alone; what they let out, the vehicle's
 * next record would let out as well.
 *
 * <p>Where the watermark is ahead of the vehicle, as when others run ahead or history is read
 * beside the present, a wait lasts as long from there: others must not shorten it.
 *
 * @param timers where they are registered
 * @param limits limits of the vehicle clock
 * @param receiveDisorder how far receive times may fall back within the input, ms
 */
record WakeUps(InternalTimerService<Integer> timers, ClockLimits limits, long receiveDisorder) {

    /** Timer namespaces: part of the savepoint, never renumbered. */
    static final int WAIT_OVER = 0;

    static final int FORGET = 1;
    static final int SILENCE = 2;

    private static final long NEVER_DUE = Long.MAX_VALUE;

    /**
     * The watermark; that of the end of input is brought down so that sums with it do not overflow.
     */
    long streamTime() {
        return Math.min(timers.currentWatermark(), Long.MAX_VALUE / 2);
    }

    /** Time of the stream from which the state may be cleared. */
    long clearsAt(ClockState state) {
        return state.lastHeard + limits.retention() + receiveDisorder;
    }

    /** Orders the question whether the vehicle may be forgotten; always exactly one is ordered. */
    void orderForgetting(ClockState state) {
        timers.registerEventTimeTimer(FORGET, clearsAt(state));
    }

    /**
     * Orders the end of the clock's earliest wait.
     *
     * @param deadline that of the clock, or {@code Long.MAX_VALUE}
     * @param ordered the deadline for which a timer is ordered already
     */
    void orderWait(ClockState state, long deadline, long ordered) {
        if (deadline == Long.MAX_VALUE) {
            state.wakeAt = ClockState.NEVER;
        } else if (deadline != ordered) {
            long wait = streamTime() + limits.maxWait();
            state.wakeAt = Math.max(deadline, wait) + receiveDisorder + 1;
            timers.registerEventTimeTimer(WAIT_OVER, state.wakeAt);
        }
    }

    /**
     * Time of the stream from which nothing that was received in time can come any more.
     *
     * <p>The silence that is left is counted from where the stream was when the vehicle was last
     * heard of. Records that still wait in the clock come first.
     *
     * @param deadline that of the detector
     */
    long silenceDue(ClockState state, long deadline) {
        if (deadline == Detector.NO_DEADLINE) {
            return NEVER_DUE;
        }
        long left = deadline - state.lastReceived;
        long due = state.lastHeard + left + limits.maxWait() + receiveDisorder + 1;
        return state.held.isEmpty() ? due : Math.max(due, state.wakeAt + 1);
    }

    /**
     * Orders the end of the silence that the detector awaits. A timer that comes too early stays,
     * and orders the next one when it comes: the deadline of a vehicle that reports moves on with
     * every record.
     *
     * @param deadline that of the detector
     */
    void orderSilence(ClockState state, long deadline) {
        long due = silenceDue(state, deadline);
        if (due == NEVER_DUE || (state.silenceAt != 0 && state.silenceAt <= due)) {
            return;
        }
        cancelSilence(state);
        state.silenceAt = due;
        timers.registerEventTimeTimer(SILENCE, due);
    }

    /** Takes back what was ordered by {@link #orderSilence}. */
    void cancelSilence(ClockState state) {
        if (state.silenceAt != 0) {
            timers.deleteEventTimeTimer(SILENCE, state.silenceAt);
            state.silenceAt = 0;
        }
    }
}
