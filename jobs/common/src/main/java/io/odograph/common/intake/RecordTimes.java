// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.clock.GpsWeekRollover;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times of a record after repair and checks, ms since the epoch.
 *
 * @param receivedAt when it was received
 * @param eventTime when the device measured
 * @param burstStart first sample of the accelerometer recording; the event time where there is none
 */
record RecordTimes(long receivedAt, long eventTime, long burstStart) {

    /** 9999-12-31T23:59:59.999Z: far enough, and sums of times cannot overflow. */
    static final long LATEST = 253_402_300_799_999L;

    /**
     * Works out the times of a record.
     *
     * @param appendTime see {@link TelemetryDecoder#decode}
     * @throws RejectedRecordException if a time cannot be
     */
    static RecordTimes of(TelemetryRecord record, long appendTime, TimeLimits limits)
            throws RejectedRecordException {
        long deviceTime = record.getEventTime().toEpochMilli();
        long receivedAt = receivedAt(record.getReceivedAt(), deviceTime, appendTime, limits);
        long eventTime = GpsWeekRollover.correct(deviceTime, receivedAt, limits.maxBehindMillis());
        checkEventTime(eventTime, receivedAt, limits);
        if (record.getImuBurst() == null) {
            return new RecordTimes(receivedAt, eventTime, eventTime);
        }
        long start = record.getImuBurst().getStart().toEpochMilli();
        return new RecordTimes(
                receivedAt,
                eventTime,
                GpsWeekRollover.correct(start, receivedAt, limits.maxBehindMillis()));
    }

    private static long receivedAt(
            @Nullable Instant stated, long deviceTime, long appendTime, TimeLimits limits)
            throws RejectedRecordException {
        // Kafka has a no-timestamp of its own, -1.
        boolean appendTimeKnown = appendTime >= 0 && appendTime <= LATEST;
        if (stated == null) {
            return appendTimeKnown ? appendTime : checkYear("event_time", deviceTime);
        }
        long receivedAt = stated.toEpochMilli();
        if (appendTimeKnown && receivedAt > appendTime + limits.maxAheadMillis()) {
            // It would move the watermark of every vehicle on the partition.
            throw new RejectedRecordException(
                    RejectionReason.RECEIVE_TIME_IN_FUTURE,
                    "received_at is more than "
                            + limits.maxAheadMillis()
                            + " ms after the append time");
        }
        checkYear("received_at", receivedAt);
        // Within the tolerance the gateway's clock is fast. Nothing is received after it is
        // appended,
        // and the time of others must not run ahead.
        return appendTimeKnown ? Math.min(receivedAt, appendTime) : receivedAt;
    }

    private static long checkYear(String field, long time) throws RejectedRecordException {
        if (time < 0 || time > LATEST) {
            throw new RejectedRecordException(
                    RejectionReason.OUT_OF_RANGE, field + " is outside the years 1970..9999");
        }
        return time;
    }

    private static void checkEventTime(long eventTime, long receivedAt, TimeLimits limits)
            throws RejectedRecordException {
        if (eventTime > receivedAt + limits.maxAheadMillis()) {
            throw new RejectedRecordException(
                    RejectionReason.EVENT_TIME_IN_FUTURE,
                    "event_time is more than "
                            + limits.maxAheadMillis()
                            + " ms after the receive time");
        }
        if (eventTime < receivedAt - limits.maxBehindMillis()) {
            throw new RejectedRecordException(
                    RejectionReason.EVENT_TIME_TOO_OLD,
                    "event_time is more than "
                            + limits.maxBehindMillis()
                            + " ms before the receive time");
        }
    }
}
