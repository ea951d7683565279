// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SortedLinesProperties {

    record Key(long time, String vehicle, int revision) {}

    @Property(tries = 200)
    void linesSortAsTheirKeysDo(@ForAll List<@From("keys") Key> keys) throws IOException {
        List<String> lines =
                keys.stream()
                        .map(
                                key ->
                                        SortedLines.line(
                                                key.toString(),
                                                key.time(),
                                                key.vehicle(),
                                                key.revision()))
                        .toList();

        List<String> expected =
                keys.stream()
                        .sorted(
                                Comparator.comparingLong(Key::time)
                                        .thenComparing(Key::vehicle)
                                        .thenComparingInt(Key::revision))
                        .map(Key::toString)
                        .toList();
        assertThat(sorted(lines)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<Key> keys() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.strings().alpha().withChars('-', 'ü').ofMaxLength(3),
                        Arbitraries.integers())
                .as(Key::new);
    }

    @Example
    void anOddNameInAKeyCannotBreakTheLine() throws IOException {
        List<String> lines =
                List.of(
                        SortedLines.line("second", "name\twith\nbreaks", 2),
                        SortedLines.line("first", "name\twith\nbreaks", 1));

        assertThat(sorted(lines)).containsExactly("first", "second");
    }

    private static List<String> sorted(List<String> lines) throws IOException {
        Path folder = Files.createTempDirectory("sorted-lines-");
        Path spool = folder.resolve("spool");
        Path sorted = folder.resolve("sorted");
        try {
            Files.write(spool, lines);
            assertThat(SortedLines.sort(spool, sorted)).isEqualTo(lines.size());
            return Files.readAllLines(sorted);
        } finally {
            Files.deleteIfExists(spool);
            Files.deleteIfExists(sorted);
            Files.delete(folder);
        }
    }
}
