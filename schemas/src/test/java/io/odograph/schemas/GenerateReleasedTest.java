// SPDX-License-Identifier: Apache-2.0
package io.odograph.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Writes what is missing of released versions and golden bytes; never changes what is there. Runs
 * only when asked for.
 */
@Tag("generate")
class GenerateReleasedTest {

    @Test
    void writesWhatIsMissing() throws Exception {
        for (Schema compiled : Contracts.compiled()) {
            String name = compiled.getName();
            List<Schema> released = Contracts.released(name);
            if (released.isEmpty() || differ(compiled, released.get(released.size() - 1))) {
                Path file = Contracts.releasedFile(name, released.size() + 1);
                write(file, (text(Contracts.source(name)) + "\n").getBytes(UTF_8));
            }
            writeGolden(name, Contracts.released(name));
        }
    }

    private static void writeGolden(String name, List<Schema> released) throws Exception {
        for (int version = 1; version <= released.size(); version++) {
            Path file = Contracts.goldenFile(name, version);
            if (!Files.exists(file)) {
                write(file, SingleObject.encode(FixedRecords.of(released.get(version - 1))));
            }
        }
    }

    private static boolean differ(Schema one, Schema other) {
        return SchemaNormalization.parsingFingerprint64(one)
                != SchemaNormalization.parsingFingerprint64(other);
    }

    private static String text(Schema schema) {
        return SchemaFormatter.format("json/pretty", schema);
    }

    private static void write(Path file, byte[] bytes) throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        assertThat(file).hasBinaryContent(bytes);
    }
}
