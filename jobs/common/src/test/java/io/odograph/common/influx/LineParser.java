// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Line protocol as InfluxDB reads it, written from its description and from nothing of the product:
 * a backslash in a key or tag hides the next character from the scanner, and vanishes before a
 * comma, an equals sign or a space only; in a text it vanishes before a quote or a backslash.
 *
 * @param measurement measurement
 * @param tags tags
 * @param fields fields: texts, longs, doubles, booleans
 * @param time timestamp as written
 */
record LineParser(
        String measurement, Map<String, String> tags, Map<String, Object> fields, long time) {

    /** Reads one line without its line break. */
    static LineParser parse(String line) {
        int tagsEnd = scan(line, 0, " ");
        int measurementEnd = Math.min(scan(line, 0, ","), tagsEnd);
        Map<String, String> tags = new LinkedHashMap<>();
        int at = measurementEnd;
        while (at < tagsEnd) {
            int equals = scan(line, at + 1, "=");
            int end = scan(line, equals + 1, ", =");
            if (end == equals + 1 || line.startsWith("=", end)) {
                throw new IllegalArgumentException("A tag is empty or has a bare equals sign");
            }
            tags.put(key(line.substring(at + 1, equals)), key(line.substring(equals + 1, end)));
            at = end;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        at = tagsEnd;
        do {
            int equals = scan(line, at + 1, "=");
            int end = fieldEnd(line, equals + 1);
            fields.put(key(line.substring(at + 1, equals)), value(line.substring(equals + 1, end)));
            at = end;
        } while (line.charAt(at) == ',');
        return new LineParser(
                key(line.substring(0, measurementEnd)),
                tags,
                fields,
                Long.parseLong(line.substring(at + 1)));
    }

    private static int scan(String line, int from, String stops) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (stops.indexOf(line.charAt(i)) >= 0) {
                return i;
            }
        }
        return line.length();
    }

    private static int fieldEnd(String line, int from) {
        if (line.charAt(from) != '"') {
            return scan(line, from, ", ");
        }
        int i = from + 1;
        while (line.charAt(i) != '"') {
            i += line.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private static String key(String escaped) {
        return escaped.replace("\\,", ",").replace("\\=", "=").replace("\\ ", " ");
    }

    private static Object value(String text) {
        if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1).replaceAll("\\\\([\"\\\\])", "$1");
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.endsWith("i")
                ? (Object) Long.valueOf(text.substring(0, text.length() - 1))
                : (Object) Double.valueOf(text);
    }
}
