// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.alert.AlertHeaders;
import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.CrashAlert;
import java.time.Instant;
import org.apache.avro.Schema;

/** Incidents as {@link CrashAlert}s, key = vehicle id. */
public final class CrashAlertFormat implements OutputFormat<CrashIncident> {

    @Override
    public Schema schema() {
        return CrashAlert.getClassSchema();
    }

    @Override
    public CrashAlert toAvro(CrashIncident incident) {
        return CrashAlert.newBuilder()
                .setHeader(AlertHeaders.toAvro(incident.alert()))
                .setDeltaV(AlertHeaders.known(incident.deltaV()))
                .setPeakAcceleration(AlertHeaders.known(incident.peakAcceleration()))
                .setSaturated(incident.saturated())
                .setSpeedBefore(AlertHeaders.known((double) incident.speedBefore()))
                .setAirbagDeployed(incident.airbagDeployed())
                .setRolledOver(incident.rolledOver())
                .setRestTime(Instant.ofEpochMilli(incident.restTime()))
                .build();
    }

    @Override
    public String key(CrashIncident incident) {
        return incident.alert().vehicleId();
    }

    @Override
    public CloudEvent event(CrashIncident incident) {
        return AlertHeaders.event(incident.alert(), CrashJob.NAME);
    }
}
