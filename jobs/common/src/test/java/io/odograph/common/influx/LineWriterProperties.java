// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineWriterProperties {

    private static final Measurement ANY =
            Measurement.of("any", "Anything.")
                    .tagPerVehicle("id", "Any text.")
                    .field("text", FieldType.TEXT, "", "Any text.")
                    .field("decimal", FieldType.DECIMAL, "", "Any finite number.")
                    .field("integer", FieldType.INTEGER, "", "Any number.")
                    .build();

    private final LineWriter writer = new LineWriter();

    @Property(tries = 5_000)
    void whateverCanBeSentIsReadBackAsItWas(
            @ForAll("texts") String id,
            @ForAll("texts") String text,
            @ForAll("doubles") double decimal,
            @ForAll long integer) {
        writer.begin(ANY)
                .tag("id", id)
                .field("text", text)
                .field("decimal", decimal)
                .field("integer", integer)
                .at(integer % LineWriter.MAX_TIME);
        LineEntry entry = writer.entry();

        if (entry.problem() == null) {
            String line = new String(entry.line(), UTF_8);
            assertThat(line).endsWith("\n");
            assertThat(LineParser.parse(line.substring(0, line.length() - 1)))
                    .isEqualTo(
                            new LineParser(
                                    "any",
                                    id.isEmpty() ? Map.of() : Map.of("id", id),
                                    Map.of(
                                            "text",
                                            text,
                                            "decimal",
                                            decimal + 0.0,
                                            "integer",
                                            integer),
                                    integer % LineWriter.MAX_TIME));
        } else {
            assertThat(canBeSent(id) && canBeSentAsText(text)).isFalse();
        }
    }

    /** What the documentation says of tags, in other words than the writer's. */
    private static boolean canBeSent(String id) {
        return isWellFormed(id)
                && !id.matches("(?s).*\\p{Cc}.*")
                && !id.matches("(?s).*\\\\([,= \\\\].*|$)");
    }

    private static boolean canBeSentAsText(String text) {
        return isWellFormed(text) && !text.matches("(?s).*\\p{Cc}.*");
    }

    private static boolean isWellFormed(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars(" ,=\\\"ab\n\r\t#é€\0").ofMaxLength(12),
                Arbitraries.strings().all().ofMaxLength(12),
                Arbitraries.strings().withChars("xyz,= \uD83D\uDE97é").ofMaxLength(12));
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.integers().map(i -> i / 1000.0),
                Arbitraries.of(0.0, -0.0, 0.1, 1e-7, 1e300, Double.MIN_VALUE, 123.456, 0x1p53));
    }
}
