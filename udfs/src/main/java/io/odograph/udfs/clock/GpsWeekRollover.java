// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

/**
 * Repair of device times that lost whole cycles of the GPS week number.
 *
 * <p>A satellite tells the week as a number of 10 bits (IS-GPS-200, subframe 1), which starts again
 * at 0 every 1024 weeks: on 1999-08-22, 2019-04-07 and 2038-11-21. A receiver whose firmware
 * resolves the week from a fixed pivot reports times that are exactly one cycle too early from some
 * day on, two cycles once it is older still. The Traccar server repairs them in the same way: it
 * adds 1024 weeks to a fix that is about that far in the past.
 */
public final class GpsWeekRollover {

    /** One cycle of the 10-bit week number: 1024 weeks, 619,315,200 s. */
    public static final long CYCLE_MILLIS = 1024L * 7 * 86_400_000;

    private static final int MOST_CYCLES = 2;

    private GpsWeekRollover() {}

    /**
     * Adds the cycles that a device time has lost.
     *
     * @param deviceTime time by the device, ms since the epoch, any value
     * @param receivedAt when it was received, ms since the epoch
     * @param tolerance how far from a whole cycle the delay may be, ms, 0 to half a cycle
     * @return the time plus one or two cycles if its delay is that many cycles within the
     *     tolerance, otherwise the time as it is
     */
    public static long correct(long deviceTime, long receivedAt, long tolerance) {
        // Negative if it overflows for a time behind, and then no cycle fits it.
        long delay = deviceTime < receivedAt ? receivedAt - deviceTime : 0;
        for (int cycles = 1; cycles <= MOST_CYCLES; cycles++) {
            long lost = cycles * CYCLE_MILLIS;
            if (delay >= lost - tolerance && delay <= lost + tolerance) {
                return deviceTime + lost;
            }
        }
        return deviceTime;
    }
}
