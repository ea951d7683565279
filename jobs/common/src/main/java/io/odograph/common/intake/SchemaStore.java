// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SchemaParser;
import org.jspecify.annotations.Nullable;

/**
 * The writer schemas that are understood, by CRC-64-AVRO fingerprint. A closed list: no record can
 * bring a schema along, and none is ever fetched. Immutable and thread-safe.
 *
 * <p>Schemas that let a small record ask for much work are refused: recursive ones, ones nested
 * deeper than a limit, and collections whose items take no bytes, for which a count of items would
 * not be bounded by the size of the record.
 */
public final class SchemaStore implements Serializable {

    /** Records, arrays and maps inside one another, that of the top included. */
    public static final int DEFAULT_MAX_DEPTH = 16;

    private final long[] fingerprints;
    private final Schema[] schemas;

    private SchemaStore(long[] fingerprints, Schema[] schemas) {
        this.fingerprints = fingerprints;
        this.schemas = schemas;
    }

    /**
     * All released versions of a contract and the current one.
     *
     * @param contract generated class of the contract, for where its released versions are
     * @param current schema of the generated class; it need not be released yet
     * @throws IllegalArgumentException if a schema is refused, or none is released
     */
    public static SchemaStore released(Class<?> contract, Schema current) {
        List<Schema> schemas = new ArrayList<>();
        for (int version = 1; ; version++) {
            Schema schema = load(contract, current.getName(), version);
            if (schema == null) {
                break;
            }
            schemas.add(schema);
        }
        if (schemas.isEmpty()) {
            throw new IllegalArgumentException("no released version of " + current.getName());
        }
        long fingerprint = fingerprint(current);
        if (schemas.stream().noneMatch(schema -> fingerprint(schema) == fingerprint)) {
            schemas.add(current);
        }
        return of(schemas, DEFAULT_MAX_DEPTH);
    }

    /**
     * A store of given writer schemas.
     *
     * @param writers schemas, each with another fingerprint, in any order
     * @param maxDepth how deep a schema may be nested, 1 and up
     * @throws IllegalArgumentException if a schema is refused, or two share a fingerprint
     */
    public static SchemaStore of(List<Schema> writers, int maxDepth) {
        long[] fingerprints =
                writers.stream().mapToLong(SchemaStore::fingerprint).sorted().toArray();
        Schema[] schemas = new Schema[fingerprints.length];
        for (Schema writer : writers) {
            new SchemaCheck(maxDepth).check(writer);
            int index = Arrays.binarySearch(fingerprints, fingerprint(writer));
            if (schemas[index] != null) {
                throw new IllegalArgumentException(
                        "two schemas of " + writer.getFullName() + " have the same fingerprint");
            }
            schemas[index] = writer;
        }
        return new SchemaStore(fingerprints, schemas);
    }

    /** CRC-64-AVRO fingerprint of a schema's parsing canonical form. */
    public static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    /** Index of a schema, 0 up to {@link #size}, or a negative number if it is not known. */
    int indexOf(long fingerprint) {
        return Arrays.binarySearch(fingerprints, fingerprint);
    }

    /** Schema at an index. */
    Schema get(int index) {
        return schemas[index];
    }

    /** Number of schemas. */
    public int size() {
        return schemas.length;
    }

    private static @Nullable Schema load(Class<?> contract, String name, int version) {
        String resource = "/released/" + name + "/v" + version + ".avsc";
        try (InputStream in = contract.getResourceAsStream(resource)) {
            return in == null ? null : new SchemaParser().parse(in).mainSchema();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** Walks one schema along its current path. */
    private static final class SchemaCheck {

        private final int maxDepth;
        private final Set<Schema> path = Collections.newSetFromMap(new IdentityHashMap<>());

        SchemaCheck(int maxDepth) {
            this.maxDepth = maxDepth;
        }

        /** Returns the fewest bytes that a value takes. */
        int check(Schema schema) {
            return switch (schema.getType()) {
                case RECORD, ARRAY, MAP -> checkNested(schema);
                case UNION -> {
                    schema.getTypes().forEach(this::check);
                    yield 1;
                }
                case NULL -> 0;
                case FIXED -> schema.getFixedSize();
                default -> 1;
            };
        }

        private int checkNested(Schema schema) {
            if (!path.add(schema)) {
                throw new IllegalArgumentException("schema is recursive: " + schema.getName());
            }
            if (path.size() > maxDepth) {
                throw new IllegalArgumentException("schema is nested deeper than " + maxDepth);
            }
            int bytes =
                    switch (schema.getType()) {
                        case RECORD ->
                                schema.getFields().stream().mapToInt(f -> check(f.schema())).sum();
                        case ARRAY -> checkItem(schema.getElementType());
                        default -> checkItem(schema.getValueType());
                    };
            path.remove(schema);
            return bytes;
        }

        private int checkItem(Schema item) {
            if (check(item) == 0) {
                throw new IllegalArgumentException("items take no bytes: " + item.getName());
            }
            return 1;
        }
    }
}
