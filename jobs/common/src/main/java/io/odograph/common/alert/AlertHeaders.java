// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.alert;

import io.odograph.common.kafka.CloudEvent;
import io.odograph.schemas.AlertHeader;
import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.FixType;
import io.odograph.schemas.Position;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Alerts on their way out: the contract's header and the CloudEvents attributes. */
public final class AlertHeaders {

    private AlertHeaders() {}

    /** The header as the contract has it. */
    public static AlertHeader toAvro(Alert alert) {
        return AlertHeader.newBuilder()
                .setAlertId(alert.alertId())
                .setAlertType(alert.type())
                .setStatus(alert.status())
                .setRevision(alert.revision())
                .setSeverity(alert.severity())
                .setConfidence(alert.confidence())
                .setVehicleId(alert.vehicleId())
                .setTenantId(alert.tenantId())
                .setDeviceKind(DeviceKind.valueOf(alert.deviceKind().name()))
                .setTripId(alert.tripId())
                .setDriverId(alert.driverId())
                .setEventTime(Instant.ofEpochMilli(alert.eventTime()))
                .setReceivedAt(Instant.ofEpochMilli(alert.receivedAt()))
                .setDetectedAt(Instant.ofEpochMilli(alert.detectedAt()))
                .setPosition(toAvro(alert.position()))
                .setRuleVersion(alert.ruleVersion())
                // In the order of their names, so that a replay writes the same bytes.
                .setThresholds(new TreeMap<>(alert.thresholds()))
                .setTraceId(alert.traceId())
                .build();
    }

    /** CloudEvents attributes; each revision of an alert is an event of its own. */
    public static CloudEvent event(Alert alert, String job) {
        return new CloudEvent(
                alert.alertId() + "-" + alert.revision(),
                "/odograph/" + job,
                "io.odograph.alert." + alert.type().name().toLowerCase(Locale.ROOT),
                alert.detectedAt());
    }

    /** A position as the contract has it, or null. */
    public static @Nullable Position toAvro(
            io.odograph.udfs.telemetry.@Nullable Position position) {
        if (position == null) {
            return null;
        }
        return Position.newBuilder()
                .setLatitude(position.latitude())
                .setLongitude(position.longitude())
                .setAltitude(known(position.altitude()))
                .setHeading(known(position.heading()))
                .setHorizontalAccuracy(known(position.horizontalAccuracy()))
                .setFixType(FixType.valueOf(position.fixType().name()))
                .setFixAge(position.fixAge() < 0 ? null : position.fixAge())
                .build();
    }

    /** A number, or null for NaN: inside the jobs NaN stands for what is not known. */
    public static @Nullable Float known(float number) {
        return Float.isNaN(number) ? null : number;
    }

    /** A number, or null for NaN: inside the jobs NaN stands for what is not known. */
    public static @Nullable Double known(double number) {
        return Double.isNaN(number) ? null : number;
    }
}
