// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.schemas.CrashAlert;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class SeenCrashTest {

    @Test
    void readsWhatStandsOnTheTopic() throws IOException {
        GenericRecord alert = alert();
        alert.put("delta_v", 31.5);
        GenericRecord header = (GenericRecord) alert.get("header");
        GenericRecord position =
                new GenericData.Record(
                        header.getSchema().getField("position").schema().getTypes().get(1));
        position.put("latitude", 48.5);
        position.put("longitude", 11.5);
        position.put(
                "fix_type",
                new GenericData.EnumSymbol(
                        position.getSchema().getField("fix_type").schema(), "THREE_D"));
        header.put("position", position);

        assertThat(SeenCrash.DECODER.decode(encode(alert)))
                .isEqualTo(
                        new SeenCrash(
                                "id",
                                "car",
                                1234,
                                1,
                                "CONFIRMED",
                                "AT_REST",
                                "HIGH",
                                31.5,
                                null,
                                48.5,
                                11.5));
    }

    @Test
    void whatIsAbsentIsNull() throws IOException {
        assertThat(SeenCrash.DECODER.decode(encode(alert())))
                .isEqualTo(
                        new SeenCrash(
                                "id",
                                "car",
                                1234,
                                1,
                                "CONFIRMED",
                                "AT_REST",
                                "HIGH",
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void bytesThatAreNoAlertAreRefused() {
        assertThatThrownBy(() -> SeenCrash.DECODER.decode(new byte[] {1, 2, 3}))
                .isInstanceOf(IOException.class);
    }

    private static GenericRecord alert() {
        GenericRecord alert = new GenericData.Record(CrashAlert.getClassSchema());
        GenericRecord header =
                new GenericData.Record(alert.getSchema().getField("header").schema());
        header.put("alert_id", "id");
        header.put("alert_type", symbol(header, "alert_type", "CRASH"));
        header.put("status", symbol(header, "status", "OPEN"));
        header.put("revision", 1);
        header.put("severity", symbol(header, "severity", "HIGH"));
        header.put("confidence", 0.9);
        header.put("vehicle_id", "car");
        header.put("device_kind", symbol(header, "device_kind", "BLACK_BOX"));
        header.put("event_time", 1234L);
        header.put("received_at", 1300L);
        header.put("detected_at", 1300L);
        header.put("rule_version", "defaults");
        header.put("thresholds", Map.of());
        alert.put("header", header);
        alert.put("saturated", false);
        alert.put("stage", symbol(alert, "stage", "CONFIRMED"));
        alert.put("reason", symbol(alert, "reason", "AT_REST"));
        alert.put("severity_basis", symbol(alert, "severity_basis", "IMU"));
        alert.put("evidence", List.of());
        alert.put("secondary_impacts", 0);
        alert.put("delayed", false);
        return alert;
    }

    private static GenericData.EnumSymbol symbol(GenericRecord record, String field, String name) {
        return new GenericData.EnumSymbol(record.getSchema().getField(field).schema(), name);
    }

    private static byte[] encode(GenericRecord alert) throws IOException {
        ByteBuffer buffer =
                new BinaryMessageEncoder<GenericRecord>(
                                GenericData.get(), CrashAlert.getClassSchema())
                        .encode(alert);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
