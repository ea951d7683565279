// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.intake.TelemetryIntake;
import io.odograph.common.intake.TimeLimits;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;

/** Takes simulated reports through the same checks as those of a topic. */
final class Telemetries {

    private Telemetries() {}

    /**
     * What the jobs make of reports.
     *
     * @throws IllegalStateException if one would be rejected, which is a fault of the simulation
     */
    static List<Telemetry> of(List<TelemetryRecord> reports) {
        List<Telemetry> records = new ArrayList<>(reports.size());
        for (TelemetryRecord report : reports) {
            try {
                records.add(TelemetryIntake.accept(report, -1, TimeLimits.DEFAULT));
            } catch (RejectedRecordException e) {
                throw new IllegalStateException("simulated report rejected", e);
            }
        }
        return records;
    }
}
