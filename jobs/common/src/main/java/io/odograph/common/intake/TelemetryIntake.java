// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.Telemetry;

/** The way of every record, whatever its encoding was: times, checks, model. */
public final class TelemetryIntake {

    private TelemetryIntake() {}

    /**
     * Turns a decoded record into validated telemetry.
     *
     * @param appendTime see {@link TelemetryDecoder#decode}
     * @throws RejectedRecordException if the record cannot be used
     */
    public static Telemetry accept(TelemetryRecord record, long appendTime, TimeLimits limits)
            throws RejectedRecordException {
        TelemetryValidator.check(record);
        Telemetry telemetry =
                TelemetryMapper.map(record, RecordTimes.of(record, appendTime, limits));
        if (telemetry.imuBurst() != null) {
            ImuBurstValidator.check(telemetry.imuBurst(), telemetry.eventTime());
        }
        return telemetry;
    }
}
