// SPDX-License-Identifier: Apache-2.0
package io.odograph.schemas;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * Full transitive compatibility: every version can read what every other wrote.
 *
 * <p>Adds to Avro's own check what that lets pass: a field or symbol that vanished, which is also
 * what renaming an optional field looks like, and another logical type, which changes what a number
 * means.
 */
final class Compatibility {

    private Compatibility() {}

    /** What is wrong between any two of the versions, oldest first; empty if nothing is. */
    static List<String> problems(List<Schema> versions) {
        Set<String> problems = new LinkedHashSet<>();
        for (int older = 0; older < versions.size(); older++) {
            for (int newer = older + 1; newer < versions.size(); newer++) {
                problems.addAll(canRead(versions.get(newer), versions.get(older)));
                problems.addAll(canRead(versions.get(older), versions.get(newer)));
                problems.addAll(kept(versions.get(older), versions.get(newer)));
            }
        }
        return List.copyOf(problems);
    }

    // Avro stops at the union around a group; asking again at each path finds the field itself.
    private static List<String> canRead(Schema reader, Schema writer) {
        Map<String, Schema> reads = collect(reader);
        Map<String, Schema> writes = collect(writer);
        List<String> problems = new ArrayList<>();
        reads.forEach(
                (path, read) -> {
                    if (writes.containsKey(path)) {
                        SchemaCompatibility.checkReaderWriterCompatibility(read, writes.get(path))
                                .getResult()
                                .getIncompatibilities()
                                .forEach(i -> problems.add(text(path, i)));
                    }
                });
        return problems;
    }

    private static String text(String path, SchemaCompatibility.Incompatibility found) {
        return found.getType() + " " + path + ": " + found.getMessage();
    }

    private static Schema present(Schema schema) {
        Schema at = schema;
        while (true) {
            if (at.getType() == Schema.Type.UNION) {
                at = at.getTypes().get(at.getTypes().size() - 1);
            } else if (at.getType() == Schema.Type.ARRAY) {
                at = at.getElementType();
            } else if (at.getType() == Schema.Type.MAP) {
                at = at.getValueType();
            } else {
                return at;
            }
        }
    }

    private static List<String> kept(Schema older, Schema newer) {
        Map<String, Schema> after = collect(newer);
        List<String> problems = new ArrayList<>();
        collect(older)
                .forEach(
                        (path, before) -> {
                            Schema now = after.get(path);
                            if (now == null) {
                                problems.add("FIELD_VANISHED " + path);
                            } else {
                                compare(path, before, now, problems);
                            }
                        });
        return problems;
    }

    private static void compare(String path, Schema before, Schema now, List<String> problems) {
        String meaning = before.getProp("logicalType");
        if (!Objects.equals(meaning, now.getProp("logicalType"))) {
            problems.add("LOGICAL_TYPE_CHANGED " + path);
        }
        if (before.getType() == Schema.Type.ENUM && now.getType() == Schema.Type.ENUM) {
            before.getEnumSymbols().stream()
                    .filter(symbol -> !now.hasEnumSymbol(symbol))
                    .forEach(symbol -> problems.add("SYMBOL_VANISHED " + path + " " + symbol));
        }
    }

    private static Map<String, Schema> collect(Schema schema) {
        Map<String, Schema> byPath = new TreeMap<>();
        collect(schema, schema.getName(), byPath);
        return byPath;
    }

    private static void collect(Schema schema, String path, Map<String, Schema> into) {
        Schema at = present(schema);
        into.put(path, at);
        if (at.getType() == Schema.Type.RECORD) {
            for (Schema.Field field : at.getFields()) {
                collect(field.schema(), path + "." + field.name(), into);
            }
        }
    }
}
