// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import io.odograph.udfs.telemetry.ImuBurst;

/** Refuses accelerometer recordings that cannot be. */
final class ImuBurstValidator {

    private static final double MAX_SPAN_SECONDS = 60;
    private static final long MAX_FROM_EVENT_MILLIS = 120_000;
    private static final Range RATE = new Range("imu_burst.rate", 1, 3200, "Hz");
    private static final Range X = new Range("imu_burst.x", -4000, 4000, "m/s2");
    private static final Range Y = new Range("imu_burst.y", -4000, 4000, "m/s2");
    private static final Range Z = new Range("imu_burst.z", -4000, 4000, "m/s2");

    private ImuBurstValidator() {}

    /**
     * Checks a recording against itself and the event time of its record.
     *
     * @throws RejectedRecordException naming what is wrong and what it may be
     */
    static void check(ImuBurst burst, long eventTime) throws RejectedRecordException {
        int samples = burst.x().length;
        if (burst.y().length != samples || burst.z().length != samples) {
            throw new RejectedRecordException(
                    RejectionReason.IMU_LENGTHS_DIFFER,
                    "imu_burst.x, y and z are not of one length");
        }
        RATE.check(burst.rate(), RejectionReason.IMU_SPAN_INVALID);
        if (samples == 0 || samples / (double) burst.rate() > MAX_SPAN_SECONDS) {
            throw new RejectedRecordException(
                    RejectionReason.IMU_SPAN_INVALID,
                    "imu_burst does not last from one sample up to 60 s");
        }
        // Compared without a difference, which could overflow: the start may be any number.
        if (burst.start() < eventTime - MAX_FROM_EVENT_MILLIS
                || burst.start() > eventTime + MAX_FROM_EVENT_MILLIS) {
            throw new RejectedRecordException(
                    RejectionReason.IMU_SPAN_INVALID,
                    "imu_burst.start is more than 120 s away from event_time");
        }
        checkSamples(X, burst.x());
        checkSamples(Y, burst.y());
        checkSamples(Z, burst.z());
    }

    private static void checkSamples(Range range, float[] samples) throws RejectedRecordException {
        for (float sample : samples) {
            range.check(sample, RejectionReason.OUT_OF_RANGE);
        }
    }
}
