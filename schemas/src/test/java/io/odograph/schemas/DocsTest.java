// SPDX-License-Identifier: Apache-2.0
package io.odograph.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocsTest {

    @Test
    void everyTypeAndFieldSaysWhatItMeans() {
        assertThat(Contracts.sources()).hasSizeGreaterThan(15);
        assertThat(undocumented(Contracts.sources())).isEmpty();
    }

    @Test
    void aMissingDocIsFoundByName() {
        Schema schema =
                SchemaParser.parseSingle(
                        """
                        {"type": "record", "name": "Sample", "doc": " ", "fields": [
                          {"name": "a", "type": "int"}, {"name": "b", "type": "int", "doc": "B."}
                        ]}
                        """);

        assertThat(undocumented(List.of(schema))).containsExactly("Sample", "Sample.a");
    }

    private static List<String> undocumented(List<Schema> named) {
        List<String> missing = new ArrayList<>();
        for (Schema schema : named) {
            if (isBlank(schema.getDoc())) {
                missing.add(schema.getName());
            }
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields().stream()
                        .filter(field -> isBlank(field.doc()))
                        .forEach(field -> missing.add(schema.getName() + "." + field.name()));
            }
        }
        return missing;
    }

    private static boolean isBlank(@Nullable String doc) {
        return doc == null || doc.isBlank();
    }
}
