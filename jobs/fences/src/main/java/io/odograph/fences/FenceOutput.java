// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the commands write. */
final class FenceOutput {

    private FenceOutput() {}

    /** Writes a file; one that is there stays as it is until the new one is whole. */
    static void replace(Path output, String text) throws IOException {
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            // A pipe or a device.
            Files.writeString(output, text);
            return;
        }
        Path file = Files.exists(output) ? output.toRealPath() : output.toAbsolutePath();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Flushes standard output.
     *
     * @throws IOException if not all of it could be written, which writers do not tell by
     *     themselves
     */
    static void flush(PrintWriter out) throws IOException {
        if (out.checkError()) {
            throw new IOException("cannot write to standard output");
        }
    }

    /** A text of a file as people may see it: on one line, and without commands for terminals. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        point -> {
                            if (isShown(point)) {
                                shown.appendCodePoint(point);
                            } else {
                                shown.append(String.format("\\u%04x", point));
                            }
                        });
        return shown.toString();
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }
}
