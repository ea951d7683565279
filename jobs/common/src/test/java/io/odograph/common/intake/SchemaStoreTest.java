// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.odograph.schemas.DeadLetter;
import io.odograph.schemas.TelemetryRecord;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;

class SchemaStoreTest {

    @Test
    void knowsTheReleasedVersionsAndNoOthers() {
        Schema current = TelemetryRecord.getClassSchema();
        SchemaStore store = SchemaStore.released(TelemetryRecord.class, current);

        long fingerprint = SchemaStore.fingerprint(current);
        assertThat(store.get(store.indexOf(fingerprint)).getFullName())
                .isEqualTo(current.getFullName());
        assertThat(store.indexOf(fingerprint + 1)).isNegative();
        assertThat(store.indexOf(SchemaStore.fingerprint(DeadLetter.getClassSchema())))
                .isNegative();
    }

    @Test
    void knowsTheCurrentSchemaAlsoBeforeItIsReleased() {
        Schema current = TelemetryRecord.getClassSchema();
        Schema next =
                parse(
                        current.toString()
                                .replaceFirst(
                                        "\\{\"name\":\"vehicle_id\"",
                                        "{\"name\":\"n\","
                                                + "\"type\":\"int\",\"default\":0},{\"name\":\"vehicle_id\""));
        SchemaStore store = SchemaStore.released(TelemetryRecord.class, next);

        assertThat(store.indexOf(SchemaStore.fingerprint(next))).isNotNegative();
        assertThat(store.indexOf(SchemaStore.fingerprint(current))).isNotNegative();
        assertThat(store.size())
                .isEqualTo(SchemaStore.released(TelemetryRecord.class, current).size() + 1);
    }

    @Test
    void aContractWithoutAReleasedVersionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                SchemaStore.released(
                                        TelemetryRecord.class, record("Nobody", "\"int\"")))
                .withMessage("no released version of Nobody");
    }

    @Test
    void duplicatesAreRefused() {
        Schema schema = record("R", "\"int\"");
        Schema documented =
                parse(schema.toString().replace("\"fields\"", "\"doc\":\"D\",\"fields\""));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaStore.of(List.of(schema, documented), 16))
                .withMessageContaining("same fingerprint");
    }

    @Test
    void recursiveSchemasAreRefused() {
        assertRefused(record("R", "[\"null\",\"R\"]"), "recursive: R");
        assertRefused(record("R", array("\"R\"")), "recursive: R");
        assertRefused(record("R", map("\"R\"")), "recursive: R");
    }

    @Test
    void aTypeUsedTwiceIsNotRecursive() {
        Schema schema =
                parse(
                        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":"
                                + record("Inner", "\"int\"")
                                + "},{\"name\":\"b\",\"type\":\"Inner\"}]}");

        assertThat(SchemaStore.of(List.of(schema), 2).size()).isEqualTo(1);
    }

    @Test
    void deepSchemasAreRefused() {
        String nested = "\"int\"";
        for (int depth = 1; depth < 16; depth++) {
            nested = depth % 2 == 0 ? array(nested) : map(nested);
        }
        assertThat(SchemaStore.of(List.of(record("R", nested)), 16).size()).isEqualTo(1);
        assertRefused(record("R", array(nested)), "nested deeper than 16");
    }

    @Test
    void itemsWithoutBytesAreRefused() {
        assertRefused(record("R", array("\"null\"")), "take no bytes");
        assertRefused(
                record("R", array("{\"type\":\"fixed\",\"name\":\"F\",\"size\":0}")),
                "take no bytes");
        assertRefused(record("R", array(record("Empty", "\"null\"").toString())), "take no bytes");
        assertThat(SchemaStore.of(List.of(record("R", array("[\"null\",\"int\"]"))), 16).size())
                .isEqualTo(1);
    }

    private static void assertRefused(Schema schema, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchemaStore.of(List.of(schema), 16))
                .withMessageContaining(message);
    }

    private static Schema record(String name, String type) {
        return parse(
                "{\"type\":\"record\",\"name\":\""
                        + name
                        + "\",\"fields\":[{\"name\":\"f\",\"type\":"
                        + type
                        + "}]}");
    }

    private static String array(String item) {
        return "{\"type\":\"array\",\"items\":" + item + "}";
    }

    private static String map(String value) {
        return "{\"type\":\"map\",\"values\":" + value + "}";
    }

    private static Schema parse(String text) {
        return SchemaParser.parseSingle(text);
    }
}
