// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lines with a key in front, sorted by it at the end: the order in which parallel subtasks wrote
 * them leaves no trace.
 */
final class SortedLines {

    private static final char SEPARATOR = '\t';
    private static final String SEPARATORS = "[\\x00-\\x1f]";

    private SortedLines() {}

    /**
     * A line whose order among others is that of its key's parts, from the first to the last.
     *
     * @param text the line itself, without line ends
     * @param key parts of the key: numbers sort as numbers, all else as text
     */
    static String line(String text, Object... key) {
        StringBuilder line = new StringBuilder();
        for (Object part : key) {
            line.append(sortable(part)).append(SEPARATOR);
        }
        return line.append(text).toString();
    }

    private static String sortable(Object part) {
        if (part instanceof Number number) {
            // With the sign bit turned, the order of the digits is that of the numbers.
            return String.format("%016x", number.longValue() ^ Long.MIN_VALUE);
        }
        // The separator sorts below all that is left, so that a prefix comes first.
        return part.toString().replaceAll(SEPARATORS, " ");
    }

    /**
     * Sorts the lines of a file in memory and writes them without their keys.
     *
     * @return number of lines
     */
    static long sort(Path spool, Path sorted) throws IOException {
        List<String> lines;
        try (Stream<String> read = Files.lines(spool)) {
            lines = read.sorted().toList();
        }
        try (BufferedWriter writer = Files.newBufferedWriter(sorted)) {
            for (String line : lines) {
                writer.write(line, line.lastIndexOf(SEPARATOR) + 1, textLength(line));
                writer.write('\n');
            }
        }
        return lines.size();
    }

    private static int textLength(String line) {
        return line.length() - line.lastIndexOf(SEPARATOR) - 1;
    }
}
