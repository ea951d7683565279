// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

/** Texts as UTF-8 with the escapes of line protocol. */
final class LineText {

    private LineText() {}

    /** A tag value: comma, equals sign and space get a backslash, see {@link LineWriter}. */
    static void append(String text, LineWriter line) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '=' || c == ' ') {
                line.append((byte) '\\');
                line.append((byte) c);
            } else if (c == '\\') {
                line.append((byte) c);
                if (i + 1 == text.length() || isSpecial(text.charAt(i + 1))) {
                    line.problem(
                            line.place()
                                    + " has a backslash that InfluxDB would take as an escape");
                }
            } else {
                i += appendCharacter(text, i, line);
            }
        }
    }

    /** A text field between its quotes: quote and backslash get a backslash. */
    static void appendQuoted(String text, LineWriter line) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append((byte) '\\');
                line.append((byte) c);
            } else {
                i += appendCharacter(text, i, line);
            }
        }
    }

    private static boolean isSpecial(char c) {
        return c == ',' || c == '=' || c == ' ' || c == '\\';
    }

    /** Writes a character and tells how many more chars it took. */
    private static int appendCharacter(String text, int index, LineWriter line) {
        char c = text.charAt(index);
        if (Character.isISOControl(c)) {
            line.problem(
                    line.place()
                            + " has the control character "
                            + String.format("U+%04X", (int) c));
        }
        if (c < 0x80) {
            line.append((byte) c);
            return 0;
        }
        if (c < 0x800) {
            line.append((byte) (0xC0 | (c >> 6)));
            line.append((byte) (0x80 | (c & 0x3F)));
            return 0;
        }
        if (!Character.isSurrogate(c)) {
            line.append((byte) (0xE0 | (c >> 12)));
            line.append((byte) (0x80 | ((c >> 6) & 0x3F)));
            line.append((byte) (0x80 | (c & 0x3F)));
            return 0;
        }
        int point = text.codePointAt(index);
        if (!Character.isSupplementaryCodePoint(point)) {
            line.problem(line.place() + " is not well-formed Unicode");
            line.append((byte) '?');
            return 0;
        }
        line.append((byte) (0xF0 | (point >> 18)));
        line.append((byte) (0x80 | ((point >> 12) & 0x3F)));
        line.append((byte) (0x80 | ((point >> 6) & 0x3F)));
        line.append((byte) (0x80 | (point & 0x3F)));
        return 1;
    }
}
