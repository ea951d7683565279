// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceFileTest {

    @TempDir private Path folder;

    @Test
    void vehiclesLookAsOnTheirTopic() throws Exception {
        Path file = file("{\"vehicle_id\":\"car\",\"version\":3,\"vehicle_class\":\"BUS\"}\n");

        Captured record = ReferenceFile.vehicles(file).get(0);

        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("car");
        var profile = new ProfileDecoder(DecodeLimits.DEFAULT).decode(record.key(), record.value());
        assertThat(profile.value().version()).isEqualTo(3);
        assertThat(profile.value().vehicleClass()).isEqualTo(VehicleClass.BUS);
    }

    @Test
    void speedLimitsLookAsOnTheirTopic() throws Exception {
        Path file =
                file(
                        "{\"override_id\":\"works\",\"version\":1,\"reason\":\"TEMPORARY_WORKS\","
                                + "\"kind\":\"VALUE\",\"value\":30,"
                                + "\"effective_from\":\"2026-03-02T06:00:00Z\","
                                + "\"ways\":[{\"way_id\":17}]}\n");

        Captured record = ReferenceFile.speedLimits(file).get(0);

        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("works");
        var override =
                new LimitOverrideDecoder(DecodeLimits.DEFAULT).decode(record.key(), record.value());
        assertThat(override.value().kind()).isEqualTo(LimitKind.VALUE);
        assertThat(override.value().kmh()).isEqualTo(30);
    }

    @Test
    void geofencesLookAsOnTheirTopic() throws Exception {
        Path file =
                file(
                        "{\"fence_id\":\"yard\",\"version\":1,\"kind\":\"ZONE\","
                                + "\"shape\":{\"kind\":\"CIRCLE\",\"radius\":50,\"lines\":"
                                + "[{\"points\":[{\"latitude\":48.1,\"longitude\":11.5}]}]},"
                                + "\"schedule\":{\"time_zone\":\"Europe/Berlin\",\"periods\":"
                                + "[{\"days\":31,\"from_minute\":0,\"to_minute\":60}],"
                                + "\"holidays\":[\"1970-01-03\",1]},"
                                + "\"effective_from\":\"2026-03-02T06:00:00Z\"}\n");

        Captured record = ReferenceFile.geofences(file).get(0);

        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("yard");
        var fence = new GeofenceDecoder(DecodeLimits.DEFAULT).decode(record.key(), record.value());
        assertThat(fence.value().shape().radius()).isEqualTo(50);
        assertThat(fence.value().terms().thresholds()).isEqualTo(FenceThresholds.NONE);
        assertThat(fence.value().terms().schedule().holidays()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-02-30\"", "\"+999999999-01-01\"", "3000000000", "1.5", "true"})
    void aDateThatIsNoneIsTold(String date) throws IOException {
        Path file = file("{\"schedule\":{\"holidays\":[" + date + "]}}\n");

        assertThatThrownBy(() -> ReferenceFile.geofences(file))
                .isInstanceOf(IOException.class)
                .hasMessage("line 1: schedule.holidays[] is not an ISO 8601 date, or whole days");
    }

    @Test
    void theLineThatIsNoRecordIsTold() throws IOException {
        Path file = file("{\"vehicle_id\":\"car\",\"version\":1}\n{\"vehicle\":\"car\"}\n");

        assertThatThrownBy(() -> ReferenceFile.vehicles(file))
                .isInstanceOf(IOException.class)
                .hasMessage("line 2: vehicle is not a field of the schema");
    }

    @Test
    void bytesThatAreNoTextAreTold() throws IOException {
        Path file = Files.write(folder.resolve("file.jsonl"), new byte[] {'{', (byte) 0xff, '}'});

        assertThatThrownBy(() -> ReferenceFile.vehicles(file))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not well-formed UTF-8");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.jsonl"), text);
    }
}
