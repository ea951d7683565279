// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.odograph.common.kafka.CloudEvent;
import io.odograph.schemas.AlertHeader;
import io.odograph.schemas.AlertStatus;
import io.odograph.schemas.AlertType;
import io.odograph.schemas.Severity;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Position;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertHeadersTest {

    @Test
    void everyComponentReachesTheContract() {
        AlertHeader header =
                AlertHeaders.toAvro(
                        alert(new Position(49, 8, 100, Float.NaN, 5, FixType.THREE_D, -1)));

        assertThat(header.getAlertId()).isEqualTo("id");
        assertThat(header.getAlertType()).isEqualTo(AlertType.CRASH);
        assertThat(header.getStatus()).isEqualTo(AlertStatus.OPEN);
        assertThat(header.getRevision()).isEqualTo(2);
        assertThat(header.getSeverity()).isEqualTo(Severity.HIGH);
        assertThat(header.getConfidence()).isEqualTo(0.5);
        assertThat(header.getVehicleId()).isEqualTo("car");
        assertThat(header.getTenantId()).isEqualTo("acme");
        assertThat(header.getDeviceKind()).isEqualTo(io.odograph.schemas.DeviceKind.PHONE);
        assertThat(header.getTripId()).isEqualTo("trip");
        assertThat(header.getDriverId()).isEqualTo("driver");
        assertThat(header.getEventTime()).isEqualTo(Instant.ofEpochMilli(1));
        assertThat(header.getReceivedAt()).isEqualTo(Instant.ofEpochMilli(2));
        assertThat(header.getDetectedAt()).isEqualTo(Instant.ofEpochMilli(3));
        assertThat(header.getRuleVersion()).isEqualTo("defaults");
        assertThat(header.getThresholds())
                .as("in the order of their names")
                .containsExactly(entry("a", 1.0), entry("b", 2.0), entry("c", 3.0));
        assertThat(header.getTraceId()).isEqualTo("trace");
        assertThat(header.getPosition().getLatitude()).isEqualTo(49);
        assertThat(header.getPosition().getLongitude()).isEqualTo(8);
        assertThat(header.getPosition().getAltitude()).isEqualTo(100f);
        assertThat(header.getPosition().getHeading()).as("NaN is not known").isNull();
        assertThat(header.getPosition().getFixAge()).as("-1 is not known").isNull();
    }

    @Test
    void anAlertWithoutPositionHasNone() {
        assertThat(AlertHeaders.toAvro(alert(null)).getPosition()).isNull();
    }

    @Test
    void eachRevisionIsAnEventOfItsOwn() {
        CloudEvent event = AlertHeaders.event(alert(null), "crash");

        assertThat(event)
                .isEqualTo(new CloudEvent("id-2", "/odograph/crash", "io.odograph.alert.crash", 3));
        assertThat(new String(event.headers().lastHeader("ce_time").value(), UTF_8))
                .isEqualTo("1970-01-01T00:00:00.003Z");
    }

    private static Alert alert(@Nullable Position position) {
        return new Alert(
                "id",
                AlertType.CRASH,
                AlertStatus.OPEN,
                2,
                Severity.HIGH,
                0.5,
                "car",
                "acme",
                DeviceKind.PHONE,
                "trip",
                "driver",
                1,
                2,
                3,
                position,
                Alert.DEFAULT_RULES,
                Map.of("c", 3.0, "a", 1.0, "b", 2.0),
                "trace");
    }
}
