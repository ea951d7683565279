// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import org.apache.flink.streaming.api.TimerService;

/**
 * Whether the fences are read to where their topic ended at the start: before, their stream holds
 * the watermark back from rising at all; see {@link QuietOnceRead}.
 */
final class FencesRead {

    private FencesRead() {}

    static boolean isUnread(TimerService timers) {
        return timers.currentWatermark() == Long.MIN_VALUE;
    }

    /** Orders a timer for when they are. */
    static void wake(TimerService timers) {
        timers.registerEventTimeTimer(Long.MIN_VALUE + 1);
    }
}
