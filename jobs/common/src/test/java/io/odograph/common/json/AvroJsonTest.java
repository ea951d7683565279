// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odograph.schemas.CapturedRecord;
import io.odograph.schemas.Rule;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class AvroJsonTest {

    @Test
    void writesFieldsInSchemaOrderLeavingOutAbsentOnes() {
        CapturedRecord record =
                CapturedRecord.newBuilder()
                        .setTopic("telemetry.raw")
                        .setPartition(3)
                        .setOffset(42)
                        .setTimestamp(Instant.ofEpochMilli(1_767_225_600_000L))
                        .setValue(ByteBuffer.wrap("hello".getBytes(UTF_8)))
                        .build();

        assertThat(AvroJson.write(record))
                .isEqualTo(
                        "{\"topic\":\"telemetry.raw\",\"partition\":3,\"offset\":42,"
                                + "\"timestamp\":\"2026-01-01T00:00:00.000Z\",\"value\":\"aGVsbG8=\"}");
    }

    @Test
    void sortsTheKeysOfMapsWhateverTheirOrder() {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        thresholds.put("z", 1.5);
        thresholds.put("a", 2.0);
        Rule rule =
                Rule.newBuilder()
                        .setRuleId("r")
                        .setVersion(1)
                        .setDetector("crash")
                        .setEffectiveFrom(Instant.ofEpochMilli(1))
                        .setThresholds(thresholds)
                        .build();

        assertThat(AvroJson.write(rule))
                .contains("\"effective_from\":\"1970-01-01T00:00:00.001Z\"")
                .endsWith("\"thresholds\":{\"a\":2.0,\"z\":1.5}}");
    }

    @Test
    void writesEveryOtherType() throws Exception {
        Schema schema =
                SchemaBuilder.record("Everything")
                        .fields()
                        .requiredBoolean("flag")
                        .requiredFloat("ratio")
                        .requiredDouble("odd")
                        .name("names")
                        .type()
                        .array()
                        .items()
                        .nullable()
                        .stringType()
                        .noDefault()
                        .name("colour")
                        .type()
                        .enumeration("Colour")
                        .symbols("RED", "BLUE")
                        .noDefault()
                        .name("mark")
                        .type()
                        .fixed("Mark")
                        .size(2)
                        .noDefault()
                        .name("at")
                        .type(timestamp())
                        .noDefault()
                        .name("nothing")
                        .type()
                        .nullType()
                        .noDefault()
                        .endRecord();
        GenericRecord record = new GenericData.Record(schema);
        record.put("flag", true);
        record.put("ratio", 0.1f);
        record.put("odd", Double.NaN);
        record.put("names", Arrays.asList("a", null));
        record.put(
                "colour", new GenericData.EnumSymbol(schema.getField("colour").schema(), "BLUE"));
        record.put(
                "mark",
                new GenericData.Fixed(schema.getField("mark").schema(), new byte[] {1, -1}));
        record.put("at", 5L);

        JsonNode json = new ObjectMapper().readTree(AvroJson.write(record));

        assertThat(json.toString())
                .isEqualTo(
                        "{\"flag\":true,\"ratio\":0.1,\"odd\":\"NaN\",\"names\":[\"a\",null],"
                                + "\"colour\":\"BLUE\",\"mark\":\"Af8=\","
                                + "\"at\":\"1970-01-01T00:00:00.005Z\"}");
    }

    @Test
    void escapesTextSoThatARecordStaysOnOneLine() {
        CapturedRecord record =
                CapturedRecord.newBuilder()
                        .setTopic("a\n\"b\"\u0001")
                        .setPartition(0)
                        .setOffset(0)
                        .setTimestamp(Instant.EPOCH)
                        .build();

        assertThat(AvroJson.write(record))
                .startsWith("{\"topic\":\"a\\n\\\"b\\\"\\u0001\"")
                .doesNotContain("\n");
    }

    @Test
    void readingABufferLeavesItAsItWas() {
        ByteBuffer value = ByteBuffer.wrap(new byte[] {1, 2, 3});
        CapturedRecord record =
                CapturedRecord.newBuilder()
                        .setTopic("t")
                        .setPartition(0)
                        .setOffset(0)
                        .setTimestamp(Instant.EPOCH)
                        .setValue(value)
                        .build();

        assertThat(AvroJson.write(record)).isEqualTo(AvroJson.write(record));
        assertThat(record.getValue().remaining()).isEqualTo(3);
    }

    @Test
    void refusesAUnionThatJsonCouldNotTellApart() {
        Schema schema =
                SchemaBuilder.record("R")
                        .fields()
                        .name("either")
                        .type(
                                Schema.createUnion(
                                        List.of(
                                                Schema.create(Schema.Type.STRING),
                                                Schema.create(Schema.Type.LONG))))
                        .noDefault()
                        .endRecord();
        GenericRecord record = new GenericData.Record(schema);
        record.put("either", "text");

        assertThatThrownBy(() -> AvroJson.write(record))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Schema timestamp() {
        return LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    }
}
