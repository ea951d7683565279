// SPDX-License-Identifier: Apache-2.0
package io.odograph.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

    static final String RELEASED =
            """
            {"type": "record", "name": "Sample", "fields": [
              {"name": "id", "type": "string"},
              {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "group", "type": ["null", {"type": "record", "name": "Group", "fields": [
                {"name": "speed", "type": ["null", "float"], "default": null},
                {"name": "count", "type": "int"},
                {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["A", "B"]}}
              ]}], "default": null}
            ]}
            """;

    static List<Schema> contracts() {
        return Contracts.compiled();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyVersionReadsWhatEveryOtherWrote(Schema current) {
        List<Schema> versions = new ArrayList<>(Contracts.released(current.getName()));
        assertThat(versions).as("released versions").isNotEmpty();
        versions.add(current);

        assertThat(Compatibility.problems(versions)).isEmpty();
    }

    @Test
    void everySourceIsCheckedByItselfOrAsAPart() throws Exception {
        Set<String> checked = new TreeSet<>(Contracts.PARTS);
        contracts().forEach(contract -> checked.add(contract.getName()));

        try (Stream<Path> files = Files.list(Contracts.SOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".avsc", "")))
                    .containsExactlyInAnyOrderElementsOf(checked);
        }
    }

    @Test
    void anAddedFieldWithADefaultIsCompatible() {
        assertThat(
                        changed(
                                "{\"name\": \"id\"",
                                "{\"name\": \"more\", \"type\": \"int\", \"default\": 0}, {\"name\": \"id\""))
                .isEmpty();
    }

    @Test
    void anAddedFieldWithoutADefaultIsFoundByName() {
        assertThat(
                        changed(
                                "{\"name\": \"id\"",
                                "{\"name\": \"more\", \"type\": \"int\"}, {\"name\": \"id\""))
                .anySatisfy(p -> assertThat(p).contains("MISSING_DEFAULT", "more"));
    }

    @Test
    void aChangedTypeIsFoundByName() {
        assertThat(changed("\"count\", \"type\": \"int\"", "\"count\", \"type\": \"string\""))
                .anySatisfy(p -> assertThat(p).contains("TYPE_MISMATCH", "group.count"));
    }

    @Test
    void aWidenedTypeIsFoundSinceOldReadersCannotReadIt() {
        assertThat(changed("\"count\", \"type\": \"int\"", "\"count\", \"type\": \"long\""))
                .anySatisfy(p -> assertThat(p).contains("TYPE_MISMATCH", "group.count"));
    }

    @Test
    void aRemovedSymbolWithoutADefaultIsFoundByName() {
        assertThat(changed("[\"A\", \"B\"]", "[\"A\"]"))
                .anySatisfy(p -> assertThat(p).contains("MISSING_ENUM_SYMBOLS", "group.kind", "B"))
                .anySatisfy(p -> assertThat(p).contains("SYMBOL_VANISHED", "group.kind", "B"));
    }

    @Test
    void aRenamedRequiredFieldIsFoundByName() {
        assertThat(changed("\"name\": \"count\"", "\"name\": \"number\""))
                .anySatisfy(p -> assertThat(p).contains("MISSING_DEFAULT", "number"))
                .contains("FIELD_VANISHED Sample.group.count");
    }

    @Test
    void aRenamedOptionalFieldIsFoundAlthoughAvroAcceptsIt() {
        assertThat(changed("\"name\": \"speed\"", "\"name\": \"velocity\""))
                .containsExactly("FIELD_VANISHED Sample.group.speed");
    }

    @Test
    void aChangedLogicalTypeIsFoundAlthoughAvroAcceptsIt() {
        assertThat(changed("timestamp-millis", "timestamp-micros"))
                .containsExactly("LOGICAL_TYPE_CHANGED Sample.at");
    }

    @Test
    void aVersionThatFitsItsNeighbourButNotTheFirstIsFound() {
        Schema first = parse(RELEASED);
        Schema second =
                parse(
                        replaced(
                                ", \"default\": null}\n]}",
                                ", \"default\": null},"
                                        + "{\"name\": \"late\", \"type\": \"int\", \"default\": 1}]}"));
        Schema third = parse(second.toString().replace(",\"default\":1", ""));

        assertThat(Compatibility.problems(List.of(second, third))).isEmpty();
        assertThat(Compatibility.problems(List.of(first, second, third)))
                .anySatisfy(p -> assertThat(p).contains("MISSING_DEFAULT", "late"));
    }

    private static List<String> changed(String from, String to) {
        return Compatibility.problems(List.of(parse(RELEASED), parse(replaced(from, to))));
    }

    private static String replaced(String from, String to) {
        assertThat(RELEASED).contains(from);
        return RELEASED.replace(from, to);
    }

    private static Schema parse(String text) {
        return SchemaParser.parseSingle(text);
    }
}
